using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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

    /// <summary>No score is above this: a frequency without end in a field without length comes near it. Rounding is allowed for.</summary>
    public float MaxScore => _weight * (1 + 1e-6f);

    /// <summary>The scores of several documents.</summary>
    /// <param name="docIds">The documents, ascending.</param>
    /// <param name="freqs">The frequency in each.</param>
    /// <param name="scores">Receives the scores; may be the same memory as the frequencies.</param>
    [SkipLocalsInit]
    public void ScoreAll(ReadOnlySpan<int> docIds, ReadOnlySpan<int> freqs, Span<float> scores)
    {
        Span<float> penalties = stackalloc float[BatchSize];
        for (var start = 0; start < docIds.Length; start += BatchSize)
        {
            var count = Math.Min(BatchSize, docIds.Length - start);
            ReadPenalties(docIds.Slice(start, count), penalties[..count]);
            ScoreAll(penalties[..count], freqs.Slice(start, count), scores.Slice(start, count));
        }
    }

    /// <summary>Adds the scores of several documents to their sums.</summary>
    /// <param name="docIds">The documents, strictly ascending.</param>
    /// <param name="freqs">The frequency in each.</param>
    /// <param name="sums">The sums of the documents from <paramref name="start"/> on.</param>
    /// <param name="start">The document of the first sum.</param>
    public void AddScores(ReadOnlySpan<int> docIds, ReadOnlySpan<int> freqs, Span<double> sums, int start)
    {
        var (first, last) = (docIds[0], docIds[^1]);
        ArgumentOutOfRangeException.ThrowIfNotEqual(freqs.Length, docIds.Length);
        sums = sums.Slice(first - start, last - first + 1);
        var bytes = norms is null ? [] : norms.Bytes(first, last);
        if (bytes.IsEmpty) AddScoresOneByOne(docIds, freqs, sums);
        else AddScores(docIds, freqs, sums, bytes);
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

    /// <summary>The arithmetic of <see cref="Score"/>, operation for operation, four at once.</summary>
    /// <param name="sums">From the first to the last of the documents.</param>
    /// <param name="bytes">The same of the norms.</param>
    private void AddScores(ReadOnlySpan<int> docIds, ReadOnlySpan<int> freqs, Span<double> sums, ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes.Length, sums.Length);
        // There is a penalty for each of the 256 values of a byte; ascending documents lie all between the first and the last.
        ref var table = ref MemoryMarshal.GetReference(lengthPenalties.AsSpan(0, byte.MaxValue + 1));
        ref var docId = ref MemoryMarshal.GetReference(docIds);
        ref var freq = ref MemoryMarshal.GetReference(freqs);
        ref var norm = ref MemoryMarshal.GetReference(bytes);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        var first = docId;
        var weights = Vector128.Create(_weight);
        var at = 0;
        for (; at + Vector128<int>.Count <= docIds.Length; at += Vector128<int>.Count)
        {
            nuint a = (uint)(Unsafe.Add(ref docId, at) - first);
            nuint b = (uint)(Unsafe.Add(ref docId, at + 1) - first);
            nuint c = (uint)(Unsafe.Add(ref docId, at + 2) - first);
            nuint d = (uint)(Unsafe.Add(ref docId, at + 3) - first);
            var penalties = Vector128.Create(
                Unsafe.Add(ref table, Unsafe.Add(ref norm, a)), Unsafe.Add(ref table, Unsafe.Add(ref norm, b)),
                Unsafe.Add(ref table, Unsafe.Add(ref norm, c)), Unsafe.Add(ref table, Unsafe.Add(ref norm, d)));
            var occurrences = Vector128.ConvertToSingle(Vector128.LoadUnsafe(ref freq, (nuint)at));
            var (low, high) = Vector128.Widen(weights * occurrences / (occurrences + penalties));
            Unsafe.Add(ref sum, a) += low[0];
            Unsafe.Add(ref sum, b) += low[1];
            Unsafe.Add(ref sum, c) += high[0];
            Unsafe.Add(ref sum, d) += high[1];
        }

        for (; at < docIds.Length; at++)
        {
            nuint i = (uint)(Unsafe.Add(ref docId, at) - first);
            float occurrences = freqs[at];
            Unsafe.Add(ref sum, i) += _weight * occurrences / (occurrences + Unsafe.Add(ref table, Unsafe.Add(ref norm, i)));
        }
    }

    private void AddScoresOneByOne(ReadOnlySpan<int> docIds, ReadOnlySpan<int> freqs, Span<double> sums)
    {
        for (var i = 0; i < docIds.Length; i++) sums[docIds[i] - docIds[0]] += Score(docIds[i], freqs[i]);
    }

    [SkipLocalsInit]
    private void ReadPenalties(ReadOnlySpan<int> docIds, Span<float> penalties)
    {
        if (norms is null)
        {
            penalties.Fill(Bm25.K1);
            return;
        }

        // There is a penalty for each of the 256 values of a byte.
        ref var table = ref MemoryMarshal.GetReference(lengthPenalties.AsSpan(0, byte.MaxValue + 1));
        ref var penalty = ref MemoryMarshal.GetReference(penalties);
        var first = docIds[0];
        var bytes = norms.Bytes(first, docIds[^1]);
        if (!bytes.IsEmpty)
        {
            for (var i = 0; i < docIds.Length; i++) Unsafe.Add(ref penalty, i) = Unsafe.Add(ref table, bytes[docIds[i] - first]);
            return;
        }

        Span<long> lengths = stackalloc long[BatchSize];
        norms.GetAll(docIds, lengths);
        for (var i = 0; i < penalties.Length; i++) penalties[i] = Unsafe.Add(ref table, (byte)lengths[i]);
    }

    /// <summary>The arithmetic of <see cref="Score"/>, operation for operation, eight at once.</summary>
    private void ScoreAll(ReadOnlySpan<float> penalties, ReadOnlySpan<int> freqs, Span<float> scores)
    {
        var at = 0;
        var width = Vector256<float>.Count;
        var weights = Vector256.Create(_weight);
        ref var penalty = ref MemoryMarshal.GetReference(penalties);
        ref var freq = ref MemoryMarshal.GetReference(freqs);
        ref var score = ref MemoryMarshal.GetReference(scores);
        for (; at + width <= scores.Length; at += width)
        {
            var occurrences = Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref freq, (nuint)at));
            var sums = occurrences + Vector256.LoadUnsafe(ref penalty, (nuint)at);
            (weights * occurrences / sums).StoreUnsafe(ref score, (nuint)at);
        }

        for (; at < scores.Length; at++)
        {
            float occurrences = freqs[at];
            scores[at] = _weight * occurrences / (occurrences + penalties[at]);
        }
    }

    private float Penalty(int docId) => norms is null ? Bm25.K1 : lengthPenalties[(byte)norms.Get(docId)];
}
