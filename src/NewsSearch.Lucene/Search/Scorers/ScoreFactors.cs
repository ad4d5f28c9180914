using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>What a function multiplies the scores of the documents of one segment by.</summary>
/// <param name="function">The function.</param>
/// <param name="values">The column it looks at; null if no document of the segment has a value.</param>
/// <param name="docsWithField">The documents with a value; null if all have one.</param>
internal readonly struct ScoreFactors(ScoreFunction function, NumericDocValues? values, BitSet? docsWithField)
{
    public double Get(int docId) =>
        function.Factor(values is null || (docsWithField is not null && !docsWithField[docId]) ? null : values.Get(docId));

    /// <summary>The score that the function makes of a score.</summary>
    public float Apply(int docId, float score) => (float)(score * Get(docId));
}
