using System.Runtime.CompilerServices;
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
    private const int BatchSize = 128;

    /// <summary>No factor is above this; infinite where that is not known.</summary>
    public double Most => function.MostFactor;

    public double Get(int docId) =>
        function.Factor(values is null || (docsWithField is not null && !docsWithField[docId]) ? null : values.Get(docId));

    /// <summary>The score that the function makes of a score.</summary>
    public float Apply(int docId, float score) => (float)(score * Get(docId));

    /// <summary>Makes scores of the scores of several documents, in their place.</summary>
    /// <param name="docIds">The documents, ascending.</param>
    /// <param name="scores">One for each.</param>
    [SkipLocalsInit]
    public void ApplyAll(ReadOnlySpan<int> docIds, Span<float> scores)
    {
        if (values is null)
        {
            for (var i = 0; i < docIds.Length; i++) scores[i] = Apply(docIds[i], scores[i]);
            return;
        }

        Span<long> known = stackalloc long[BatchSize];
        Span<double> factors = stackalloc double[BatchSize];
        for (var start = 0; start < docIds.Length; start += BatchSize)
        {
            var count = Math.Min(BatchSize, docIds.Length - start);
            values.GetAll(docIds.Slice(start, count), known[..count]);
            function.Factors(known[..count], factors[..count]);
            if (docsWithField is not null) CorrectMissing(docIds.Slice(start, count), factors);
            var applied = scores.Slice(start, count);
            for (var i = 0; i < applied.Length; i++) applied[i] = (float)(applied[i] * factors[i]);
        }
    }

    private void CorrectMissing(ReadOnlySpan<int> docIds, Span<double> factors)
    {
        for (var i = 0; i < docIds.Length; i++)
            if (!docsWithField![docIds[i]]) factors[i] = function.Factor(null);
    }
}
