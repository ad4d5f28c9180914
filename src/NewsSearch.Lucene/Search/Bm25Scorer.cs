using System.Runtime.CompilerServices;
using NewsSearch.Lucene.Codecs.DocValues;

namespace NewsSearch.Lucene.Search;

/// <summary>Turns frequencies in documents of one segment into BM25 scores.</summary>
/// <param name="weight">Of the term or phrase: idf * boost.</param>
/// <param name="lengthPenalties">As <see cref="Bm25.LengthPenalties"/> gives them.</param>
/// <param name="norms">The field's norms in the segment; null where it has none, and length then doesn't count.</param>
internal readonly struct Bm25Scorer(float weight, float[] lengthPenalties, NumericDocValues? norms)
{
    private const int BatchSize = 128;

    private readonly float _weight = weight * (Bm25.K1 + 1);

    public float Score(int docId, float freq) => _weight * freq / (freq + Penalty(docId));

    /// <summary>The scores of several documents.</summary>
    /// <param name="docIds">The documents, ascending.</param>
    /// <param name="freqs">The frequency in each.</param>
    /// <param name="scores">Receives the scores; may be the same memory as the frequencies.</param>
    [SkipLocalsInit]
    public void ScoreAll(ReadOnlySpan<int> docIds, ReadOnlySpan<int> freqs, Span<float> scores)
    {
        Span<long> batch = stackalloc long[BatchSize];
        for (var start = 0; start < docIds.Length; start += BatchSize)
        {
            var count = Math.Min(BatchSize, docIds.Length - start);
            var lengths = batch[..count];
            norms?.GetAll(docIds.Slice(start, count), lengths);
            ScoreAll(norms is null ? [] : lengths, freqs.Slice(start, count), scores.Slice(start, count));
        }
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

    private void ScoreAll(ReadOnlySpan<long> lengths, ReadOnlySpan<int> freqs, Span<float> scores)
    {
        var weight = _weight;
        var penalties = lengthPenalties;
        for (var i = 0; i < freqs.Length; i++)
        {
            float freq = freqs[i];
            scores[i] = weight * freq / (freq + (lengths.IsEmpty ? Bm25.K1 : penalties[(byte)lengths[i]]));
        }
    }

    private float Penalty(int docId) => norms is null ? Bm25.K1 : lengthPenalties[(byte)norms.Get(docId)];
}
