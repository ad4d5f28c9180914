using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Search;

/// <summary>
/// BM25 in the arithmetic of Lucene 4.8, so that scores agree with it: single precision except inside the logarithm.
/// </summary>
/// <remarks>
/// Source: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in
/// Information Retrieval 3(4), 2009, with Lucene's choices: 1 inside the logarithm keeps idf positive, and lengths come from
/// the one-byte norm. Deleted documents count until a merge drops them.
/// </remarks>
internal static class Bm25
{
    /// <summary>How soon further occurrences stop to count.</summary>
    public const float K1 = 1.2f;

    /// <summary>How much length counts: 0 not at all, 1 fully.</summary>
    public const float B = 0.75f;

    private static readonly float[] LengthOfNorm = [.. Enumerable.Range(0, 256).Select(norm => DecodeLength((sbyte)norm))];

    /// <summary>The weight of a term by its rarity.</summary>
    /// <param name="docFreq">Documents of the whole index that hold the term.</param>
    /// <param name="maxDoc">Documents of the whole index.</param>
    public static float Idf(long docFreq, long maxDoc) => (float)Math.Log(1 + (maxDoc - docFreq + 0.5) / (docFreq + 0.5));

    /// <summary>The mean length of a field in tokens; 1 where occurrences were not counted.</summary>
    public static float AverageLength(CollectionStatistics statistics) => statistics.SumTotalTermFreq <= 0
        ? 1
        : (float)(statistics.SumTotalTermFreq / (double)statistics.MaxDoc);

    /// <summary>For each norm (as an unsigned byte) what is added to the frequency in the denominator: k1 * (1 - b + b * length / average).</summary>
    public static float[] LengthPenalties(float averageLength)
    {
        var penalties = new float[256];
        for (var norm = 0; norm < penalties.Length; norm++)
            penalties[norm] = K1 * (1 - B + B * LengthOfNorm[norm] / averageLength);
        return penalties;
    }

    /// <summary>The length that a norm stands for, in tokens; infinite for norm 0, as in Lucene.</summary>
    public static float LengthOf(byte norm) => LengthOfNorm[norm];

    private static float DecodeLength(sbyte norm)
    {
        var factor = SmallFloat.FromByte315(norm);
        return 1 / (factor * factor);
    }
}
