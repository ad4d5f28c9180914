namespace NewsSearch.Lucene.Search;

/// <summary>A field's totals and what BM25 makes of them; the same for all its terms.</summary>
internal sealed class FieldLengths
{
    public FieldLengths(CollectionStatistics statistics)
    {
        Statistics = statistics;
        Average = Bm25.AverageLength(statistics);
        Penalties = Bm25.LengthPenalties(Average);
    }

    public CollectionStatistics Statistics { get; }

    /// <summary>The field's mean length in tokens.</summary>
    public float Average { get; }

    /// <summary>As <see cref="Bm25.LengthPenalties"/> gives them.</summary>
    public float[] Penalties { get; }
}
