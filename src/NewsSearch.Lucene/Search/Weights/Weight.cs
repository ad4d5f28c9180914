using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>A query with all that it needs of the whole index: statistics, terms found, boosts. Serves one search on one thread.</summary>
internal abstract class Weight
{
    /// <summary>The query's documents in a segment, deleted ones included; null if there are none.</summary>
    /// <param name="segment">Place of the segment in the reader.</param>
    public abstract Scorer? CreateScorer(int segment);

    /// <summary>The number of matching documents of a segment, if it is known without looking at them; otherwise -1.</summary>
    public virtual int Count(int segment) => -1;

    /// <summary>How the score of a document of the segment comes about.</summary>
    public abstract Explanation Explain(int segment, int docId);
}
