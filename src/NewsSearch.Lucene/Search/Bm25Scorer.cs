using NewsSearch.Lucene.Codecs.DocValues;

namespace NewsSearch.Lucene.Search;

/// <summary>Turns frequencies in documents of one segment into BM25 scores.</summary>
/// <param name="weight">Of the term or phrase: idf * boost.</param>
/// <param name="lengthPenalties">As <see cref="Bm25.LengthPenalties"/> gives them.</param>
/// <param name="norms">The field's norms in the segment; null where it has none, and length then doesn't count.</param>
internal readonly struct Bm25Scorer(float weight, float[] lengthPenalties, NumericDocValues? norms)
{
    private readonly float _weight = weight * (Bm25.K1 + 1);

    public float Score(int docId, float freq) => _weight * freq / (freq + Penalty(docId));

    /// <summary>The scores of several documents.</summary>
    /// <param name="docIds">The documents.</param>
    /// <param name="freqs">The frequency in each.</param>
    /// <param name="scores">Receives the scores; may be the same memory as the frequencies.</param>
    public void ScoreAll(ReadOnlySpan<int> docIds, ReadOnlySpan<int> freqs, Span<float> scores)
    {
        for (var i = 0; i < docIds.Length; i++) scores[i] = Score(docIds[i], freqs[i]);
    }

    /// <summary>How the score comes about; its value is that of <see cref="Score"/>.</summary>
    public Explanation Explain(int docId, float freq, Explanation idf, float boost, float averageLength)
    {
        var details = new List<Explanation> { idf, Explanation.Match(freq, "freq, occurrences in the document"), Explanation.Match(Bm25.K1, "k1") };
        if (boost != 1) details.Insert(0, Explanation.Match(boost, "boost"));
        if (norms is null)
        {
            details.Add(Explanation.Match(0, "b, the field has no norms"));
        }
        else
        {
            details.Add(Explanation.Match(Bm25.B, "b"));
            details.Add(Explanation.Match(averageLength, "avgdl, mean length of the field"));
            details.Add(Explanation.Match(Bm25.LengthOf((byte)norms.Get(docId)), "dl, length of the field in the document"));
        }

        return Explanation.Match(Score(docId, freq), "boost * idf * (k1 + 1) * freq / (freq + k1 * (1 - b + b * dl / avgdl))", details);
    }

    private float Penalty(int docId) => norms is null ? Bm25.K1 : lengthPenalties[(byte)norms.Get(docId)];
}
