using NewsSearch.Lucene.Facets;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Querying;

/// <summary>The steps of loosening that were taken for one query, and what they found together.</summary>
/// <param name="searcher">Of the snapshot to search.</param>
/// <param name="options">The page and the order.</param>
/// <param name="facets">What to count of the hits.</param>
/// <param name="lead">What is added to the score of an article for each step that it does not need.</param>
internal sealed class Loosening(IndexSearcher searcher, SearchOptions options, IReadOnlyList<FacetRequest> facets, float lead)
{
    /// <summary>What adds a lead to a score, and stands nowhere else.</summary>
    public static Query StricterMatch { get; } = new ConstantScoreQuery(new MatchAllDocsQuery());

    private readonly List<Query> _queries = [];
    private QueryAttempt? _first;
    private QueryAttempt? _last;
    private Query? _asked;
    private FacetedTopDocs? _found;
    private int _firstTotal;

    /// <summary>How many articles the steps have found.</summary>
    public int Total { get; private set; }

    /// <summary>Whether the strictest step has found something; as long as there was none but it, true too.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Takes one more step.</summary>
    /// <param name="attempt">What it asks for.</param>
    /// <param name="query">The same as it is put to the engine.</param>
    /// <param name="isLikelyLast">Whether its hits are wanted, most likely, and not only their number.</param>
    public void Take(QueryAttempt attempt, Query query, bool isLikelyLast)
    {
        _queries.Add(query);
        var asked = InTurn();
        var found = isLikelyLast ? searcher.Search(asked, options, facets) : null;
        var total = found?.TopDocs.TotalHits ?? searcher.Count(asked, options.CancellationToken);
        // A step that finds nothing, or nothing more, only costs time in the later ones.
        if (total <= Total) _queries.RemoveAt(_queries.Count - 1);
        if (_first is not null && total <= Total) return;
        if (Total == 0) (IsComplete, _first, _firstTotal) = (_first is null, attempt, total);
        (Total, _last, _asked, _found) = (total, attempt, asked, found);
    }

    /// <summary>What all steps found, after at least one was taken.</summary>
    public QueryAnswer Answer() =>
        new(_first!, _firstTotal, _found ?? searcher.Search(_asked!, options, facets), IsComplete) { Asked = _asked!, Last = _last! };

    /// <summary>The articles of all steps; the stricter the step that an article meets, the more is added to its score.</summary>
    private Query InTurn() => _queries.Count == 1 ? _queries[0] : new DisjunctionMaxQuery(
        _queries.Select((query, i) => i == _queries.Count - 1 ? query : new BooleanQuery(
            BooleanClause.Must(query), BooleanClause.Must(new BoostQuery(StricterMatch, lead * (_queries.Count - 1 - i))))));
}
