using System.Text;
using NewsSearch.Archive.Importing;
using NewsSearch.Archive.Tests.Importing;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;
using NewsSearch.SmartCn.Normalization;

namespace NewsSearch.Archive.Tests;

/// <summary>
/// The pairs of characters in the index keep the promise: any part of a title or body, wherever it begins and ends, is found by the phrase
/// of its pairs (one character: by the pairs that begin with it) in just those articles whose normalised text contains it.
/// </summary>
public sealed class SubstringPromiseTests
{
    /// <summary>Characters where normalising and cutting could go wrong; few, so that they meet in many ways and in many articles.</summary>
    private static readonly string[] s_pieces =
    [
        "中", "国", "人", "中国", "臺", "台", "灣", "湾", "〇", "○", "\U00020BB7", "\U0001F600", "\uD842", "\uDFB7", "Ａ", "a", "B", "９", "9", ".", "．",
        "，", ",", "。", "“", "”", "「", "\"", "《", "》", "—", "-", " ", "\u3000", "\n", "\u200B", "½", "㎡", "é", "e\u0301", "的", "的",
    ];

    /// <summary>Several segments, which stay as they are: the number of a document is that of its article.</summary>
    private static readonly IndexWriterOptions s_inOrder = new() { BufferBytes = 8 << 20, MergesInBackground = false };

    private static readonly int[] s_blockBorders = [1, 2, 127, 128, 129, 255, 256, 257, 1000];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(600)]
    public void Of_articles_where_everything_could_go_wrong(int count)
    {
        var random = new Random(count);
        var articles = Enumerable.Range(0, count).Select(_ => Some.Article(Draw(random, 30), Draw(random, 300))).ToList();
        Check(articles, random, 1_000);
    }

    [Fact]
    public void Of_one_pair_as_often_as_a_block_of_postings_has_places()
    {
        var random = new Random(5);
        var articles = s_blockBorders.Select(times => Some.Article("甲乙", string.Concat(Enumerable.Repeat("甲乙", times)) + "丙")).ToList();
        Check(articles, random, 500);
    }

    [Fact]
    public void Of_the_sample_articles() =>
        Check(Read(Path.Combine(Repository, "index-data", "sample", "articles.jsonl")), new Random(1), 3_000);

    [SkippableTheory]
    [InlineData("chinanews-sohu-2016-2020")]
    [InlineData("finance-flash-2026h1")]
    public void Of_real_articles(string name) =>
        Check([.. Read(Path.Combine(SharedData.Folder("articles"), name + ".jsonl.gz")).Take(3_000)], new Random(3), 2_000);

    private static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "NewsSearch.sln"))) folder = folder.Parent!;
            return folder.FullName;
        }
    }

    private static List<Article> Read(string file) => [.. ArticleSources.Open(file).Read().Where(item => item.Article is not null).Select(item => item.Article!)];

    private static string Draw(Random random, int most)
    {
        var text = new StringBuilder();
        for (var count = random.Next(most); count > 0; count--) text.Append(s_pieces[random.Next(s_pieces.Length)]);
        return text.ToString();
    }

    private static void Check(List<Article> articles, Random random, int rounds)
    {
        using var directory = new MemoryDirectory();
        using (var writer = IndexWriter.Open(directory, ArticleSchema.Analyzer, s_inOrder))
        {
            foreach (var article in articles) writer.Add(ArticleSchema.ToDocument(article));
            writer.Commit();
        }

        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        var titles = articles.ConvertAll(article => TextNormalizer.Normalize(article.Title));
        var bodies = articles.ConvertAll(article => TextNormalizer.Normalize(article.Body));
        for (var round = 0; round < rounds; round++)
        {
            var article = articles[random.Next(articles.Count)];
            var part = TextNormalizer.Normalize(Part(random.Next(4) == 0 ? article.Title : article.Body, random));
            if (part.Length == 0) continue;
            Assert.Equal(Containing(titles, part), Find(searcher, ArticleSchema.TitleGram, part));
            Assert.Equal(Containing(bodies, part), Find(searcher, ArticleSchema.BodyGram, part));
        }
    }

    private static IEnumerable<int> Containing(List<string> texts, string part) =>
        Enumerable.Range(0, texts.Count).Where(i => texts[i].Contains(part, StringComparison.Ordinal));

    /// <summary>1 to 20 characters of the text, wherever.</summary>
    private static string Part(string text, Random random)
    {
        if (text.Length == 0) return "";
        var start = random.Next(text.Length);
        var end = Math.Min(text.Length, start + 1 + random.Next(20));

        // Half of a character is none.
        if (start > 0 && char.IsLowSurrogate(text[start]) && char.IsHighSurrogate(text[start - 1])) start--;
        if (end < text.Length && char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1])) end++;
        return text[start..end];
    }

    private static IEnumerable<int> Find(IndexSearcher searcher, string field, string part)
    {
        var characters = part.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        Query query = characters.Count == 1
            ? new PrefixQuery(field, part)
            : new PhraseQuery(field, [.. characters.Zip(characters.Skip(1), (first, second) => first + second)]);
        return searcher.Search(query, new SearchOptions { Size = searcher.Reader.MaxDoc }).ScoreDocs.Select(hit => hit.DocId).Order();
    }
}
