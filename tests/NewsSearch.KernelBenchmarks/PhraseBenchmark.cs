using BenchmarkDotNet.Attributes;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;
using NewsSearch.SmartCn;

namespace NewsSearch.KernelBenchmarks;

/// <summary>What does it take to check the places of two words? The words are the two that most articles have next to each other.</summary>
[Config(typeof(InThisProcess))]
public class PhraseBenchmark : IDisposable
{
    private const string Body = "body";

    /// <summary>Every article so often, for postings of many blocks.</summary>
    private const int Copies = 50;

    private readonly MemoryDirectory _directory = new();
    private DirectoryReader _reader = null!;
    private IndexSearcher _searcher = null!;
    private Query _words = null!;
    private Query _phrase = null!;

    [GlobalSetup]
    public void Index()
    {
        using (var writer = IndexWriter.Open(_directory, new SmartChineseAnalyzer()))
        {
            for (var copy = 0; copy < Copies; copy++)
                foreach (var article in Sample.Articles) writer.Add(new Document { Field.Text(Body, article.Body) });
            writer.ForceMerge();
            writer.Commit();
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader);
        var (first, second) = FrequentNeighbours();
        _words = new BooleanQuery(BooleanClause.Must(new TermQuery(Body, first)), BooleanClause.Must(new TermQuery(Body, second)));
        _phrase = new PhraseQuery(Body, [first, second]);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public int Together() => _searcher.Count(_words);

    [Benchmark]
    public int NextToEachOther() => _searcher.Count(_phrase);

    private static (string First, string Second) FrequentNeighbours()
    {
        var counts = new Dictionary<(string, string), int>();
        var stream = new SmartChineseAnalyzer().CreateStream(Body);
        foreach (var article in Sample.Articles)
        {
            stream.Reset(article.Body.AsMemory());
            var before = "";
            while (stream.MoveNext())
            {
                var word = stream.Term.ToString();
                if (before.Length > 0 && stream.PositionIncrement == 1) counts[(before, word)] = counts.GetValueOrDefault((before, word)) + 1;
                before = word;
            }
        }

        return counts.MaxBy(count => count.Value).Key;
    }
}
