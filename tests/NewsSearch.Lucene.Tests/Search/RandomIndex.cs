using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>An index of random documents in several segments, some of them deleted, beside the documents themselves.</summary>
internal sealed class RandomIndex : IDisposable
{
    private static readonly string[] Vocabulary =
        ["新闻", "经济", "上海", "上升", "合作", "会议", "天气", "晴", "雨", "春天", "c919", "5g", "𠮷野家", "桥", "铁路", "海", "书",
        "新闻社", "闻新", "上海市", "海上", "c929", "919c", "𠮷野", "*?"];

    private static readonly string[] Sources = ["晨报", "晚报", "日报", "周刊", "𠀀报", "ａ报"];

    private readonly MemoryDirectory _directory = new();

    public RandomIndex(Random random, int documentCount, int segmentCount)
    {
        var byId = Enumerable.Range(0, documentCount).Select(i => RandomDocument(random, $"d{i}")).ToDictionary(document => document.Id);
        Write(random, [.. byId.Values], segmentCount);
        Reader = DirectoryReader.Open(_directory);
        Searcher = new IndexSearcher(Reader);
        Documents = [.. Enumerable.Range(0, Reader.MaxDoc).Select(docId => byId[Reader.Document(docId).Text("id")!])];
        Naive = new NaiveSearcher(Documents);
    }

    public DirectoryReader Reader { get; }

    public IndexSearcher Searcher { get; }

    /// <summary>By number in the index; whole segments of deleted documents may be missing.</summary>
    public IReadOnlyList<NaiveDocument> Documents { get; }

    public NaiveSearcher Naive { get; }

    /// <summary>A word; the first ones are common, the last ones rare.</summary>
    public static string RandomWord(Random random) => Vocabulary[(int)(Vocabulary.Length * Math.Pow(random.NextDouble(), 3))];

    public static string RandomSource(Random random) => Sources[random.Next(Sources.Length)];

    public void Dispose()
    {
        Reader.Dispose();
        _directory.Dispose();
    }

    private static NaiveDocument RandomDocument(Random random, string id)
    {
        var words = new Dictionary<string, string[]>();
        if (random.Next(8) > 0) words["title"] = RandomWords(random, random.Next(1, 6));
        if (random.Next(8) > 0) words["body"] = RandomWords(random, random.Next(1, 80));
        return new NaiveDocument(
            id,
            words,
            random.Next(4) > 0 ? random.Next(-3, 30) : null,
            random.Next(4) > 0 ? RandomSource(random) : null,
            [.. Enumerable.Range(0, random.Next(4)).Select(_ => RandomSource(random))]);
    }

    private static string[] RandomWords(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => RandomWord(random))];

    private void Write(Random random, NaiveDocument[] documents, int segmentCount)
    {
        using var writer = IndexWriter.Open(_directory, new WhitespaceAnalyzer());
        var chunk = documents.Length / segmentCount + 1;
        foreach (var part in documents.Chunk(chunk))
        {
            foreach (var document in part) writer.Add(document.ToDocument());
            writer.Commit();
        }

        foreach (var document in documents)
        {
            if (random.Next(10) > 0) continue;
            document.IsDeleted = true;
            writer.Delete(new Term("id", document.Id));
        }

        writer.Commit();
    }
}
