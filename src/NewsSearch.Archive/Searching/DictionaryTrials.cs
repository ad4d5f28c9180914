using NewsSearch.Archive.Dictionary;
using NewsSearch.Archive.Querying;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Searching;

/// <summary>Compares what two dictionaries find for the same words.</summary>
/// <param name="searcher">Of the snapshot to search.</param>
/// <param name="ranking">How queries are read.</param>
internal sealed class DictionaryTrials(IndexSearcher searcher, Ranking ranking)
{
    /// <summary>The effect on one word that stands alone in a query.</summary>
    public DictionaryTrial Try(string word, ReaderDictionary before, ReaderDictionary after, CancellationToken cancellationToken)
    {
        var query = new NewsQuery { Text = word };
        var (planBefore, planAfter) = (QueryPlan.Create(query, before, ranking), QueryPlan.Create(query, after, ranking));
        // The first attempt is the complete condition; loosening is for queries that find nothing.
        var (found, foundAfter) = (planBefore.Strict(), planAfter.Strict());
        return new DictionaryTrial(
            word,
            planBefore.Units,
            planAfter.Units,
            searcher.Count(found, cancellationToken),
            searcher.Count(foundAfter, cancellationToken),
            CountWithout(foundAfter, found, cancellationToken),
            CountWithout(found, foundAfter, cancellationToken));
    }

    private int CountWithout(Query found, Query excluded, CancellationToken cancellationToken) =>
        searcher.Count(new BooleanQuery(BooleanClause.Must(found), BooleanClause.MustNot(excluded)), cancellationToken);
}
