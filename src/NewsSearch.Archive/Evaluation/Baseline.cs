using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;
using NewsSearch.SmartCn;

namespace NewsSearch.Archive.Evaluation;

/// <summary>
/// What our search is measured against: the same articles in an index as one gets it out of the box, searched as one does it out of the box.
/// The words of Lucene's SmartChineseAnalyzer, any of them, BM25, a word of the title counting twice. Thread-safe.
/// </summary>
public sealed class Baseline : IDisposable
{
    /// <summary>How much more a word counts in the title.</summary>
    private const float TitleBoost = 2;

    /// <summary>Words of a query beyond these are left out: each is looked for in two fields, and a query has at most 1,024 parts.</summary>
    private const int MaxWords = 400;

    private readonly FileSystemDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    private Baseline(FileSystemDirectory directory, DirectoryReader reader)
    {
        _directory = directory;
        _reader = reader;
        _searcher = new IndexSearcher(reader);
    }

    /// <summary>Number of articles.</summary>
    public int ArticleCount => _reader.NumDocs;

    internal static Analyzer Analyzer { get; } = new SmartChineseAnalyzer();

    /// <summary>Opens a baseline that <see cref="BaselineBuilder"/> made.</summary>
    /// <exception cref="IndexNotFoundException">There is none.</exception>
    public static Baseline Open(string directory)
    {
        var files = new FileSystemDirectory(directory);
        return new Baseline(files, DirectoryReader.Open(files));
    }

    /// <summary>The ids of the best articles, best first; none where the text has no words.</summary>
    /// <param name="text">The query.</param>
    /// <param name="sources">Only articles of these; empty means any.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    public IReadOnlyList<string> Search(string text, IReadOnlyList<string> sources, int size, CancellationToken cancellationToken)
    {
        var words = WordsOf(text);
        if (words.Count == 0) return [];
        var clauses = words.SelectMany(ClausesOf).ToList();
        Query query = new BooleanQuery(clauses);
        if (sources.Count > 0)
            query = new BooleanQuery(BooleanClause.Must(query), BooleanClause.Filter(new TermSetQuery(BaselineBuilder.Source, sources)));
        var found = _searcher.Search(query, size, cancellationToken);
        return [.. found.ScoreDocs.Select(hit => _searcher.Document(hit.DocId).Text(BaselineBuilder.Id)!)];
    }

    /// <summary>Whether an article of this id exists, and of which source.</summary>
    public bool TryFind(string id, out string? source)
    {
        var found = _searcher.Search(new TermQuery(new Term(BaselineBuilder.Id, id)), 1);
        source = found.TotalHits == 0 ? null : _searcher.Document(found.ScoreDocs[0].DocId).Text(BaselineBuilder.Source);
        return found.TotalHits > 0;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    private static IEnumerable<BooleanClause> ClausesOf(string word) =>
    [
        BooleanClause.Should(new BoostQuery(new TermQuery(BaselineBuilder.Title, word), TitleBoost)),
        BooleanClause.Should(new TermQuery(BaselineBuilder.Body, word)),
    ];

    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var stream = Analyzer.CreateStream(BaselineBuilder.Body);
        stream.Reset(text.AsMemory());
        while (words.Count < MaxWords && stream.MoveNext()) words.Add(stream.Term.ToString());
        return words;
    }
}
