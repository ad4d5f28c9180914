using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>
/// Verifies a phrase by batches: the blocks of documents that its terms have in their buffers are intersected at once, and the positions of
/// the candidates compared in vectors. Documents and frequencies are those of going from document to document.
/// </summary>
internal sealed class PhraseBatches
{
    /// <summary>Candidates of a batch: not more than a block of documents has.</summary>
    public const int MostCandidates = 128;

    private const int StepsPerCheck = 64;

    private readonly PhraseList[] _lists;
    private readonly PhraseOccurrences _occurrences;
    private readonly Bm25Scorer _similarity;
    private readonly CancellationToken _cancellationToken;
    private readonly byte[] _kept = new byte[MostCandidates + AscendingIntersection.Slack];

    // The candidates, and room for those that one list more leaves of them.
    private int[] _docIds = new int[MostCandidates + AscendingIntersection.Slack];
    private int[] _fewer = new int[MostCandidates + AscendingIntersection.Slack];
    private int _steps;

    private PhraseBatches(PhraseList[] lists, PhraseOccurrences occurrences, Bm25Scorer similarity, CancellationToken cancellationToken)
    {
        _lists = lists;
        _occurrences = occurrences;
        _similarity = similarity;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Documents in which no term occurs more often are verified in vectors.</summary>
    internal int MostInVector { get; set; } = FewNumbers.IsFast ? FewNumbers.Most : 0;

    /// <summary>Documents in which no term occurs more often are verified all occurrences at once; others step by step, in bounded memory.</summary>
    internal int MostAtOnce { get; set; } = PositionWindow.MostAtOnce;

    /// <summary>The batches of a phrase; null if its postings can't be read so.</summary>
    /// <param name="positions">Its terms, the rarest first.</param>
    /// <param name="occurrences">Verifies step by step.</param>
    /// <param name="similarity">Scores the phrase.</param>
    /// <param name="cancellationToken">Ends long verifications.</param>
    public static PhraseBatches? TryCreate(
        PhrasePosition[] positions, PhraseOccurrences occurrences, Bm25Scorer similarity, CancellationToken cancellationToken) =>
        Array.TrueForAll(positions, position => position.Postings is BlockPostingsEnum { HasWindow: true })
            ? new PhraseBatches([.. positions.Select(position => new PhraseList((BlockPostingsEnum)position.Postings, position.Offset))], occurrences, similarity, cancellationToken)
            : null;

    /// <summary>As <see cref="Scorer.TakeBatch"/>, with frequencies instead of scores; the first list is where the phrase stands.</summary>
    /// <param name="docIds">Receives documents that hold the phrase.</param>
    /// <param name="freqs">Receives how often they do; may be empty.</param>
    /// <param name="limit">Takes documents below this only.</param>
    /// <param name="minScore">Documents that can't have so high a score may be left out.</param>
    public int Take(Span<int> docIds, Span<int> freqs, int limit, float minScore)
    {
        var count = 0;
        while (count < docIds.Length && Align() < limit)
        {
            if (++_steps % StepsPerCheck == 0) _cancellationToken.ThrowIfCancellationRequested();
            var last = limit - 1;
            foreach (var list in _lists) last = Math.Min(last, list.Postings.LastBuffered);
            var candidates = Intersect(last);
            if (candidates > docIds.Length - count)
            {
                candidates = docIds.Length - count;
                last = _docIds[candidates - 1];
            }

            foreach (var list in _lists) list.Gather(candidates);
            if (minScore > 0) candidates = KeepCompetitive(candidates, minScore);
            count += Verify(candidates, docIds[count..], freqs.IsEmpty ? [] : freqs[count..]);
            _lists[0].Postings.Advance(last + 1);
        }

        return count;
    }

    /// <summary>Moves all lists to the next document that all have.</summary>
    private int Align()
    {
        var lead = _lists[0].Postings;
        for (var i = 1; i < _lists.Length && lead.DocId != DocIdSetIterator.NoMoreDocs; i++)
        {
            var other = _lists[i].Postings;
            if (other.DocId < lead.DocId) other.Advance(lead.DocId);
            if (other.DocId == lead.DocId) continue;
            lead.Advance(other.DocId);
            i = 0;
        }

        return lead.DocId;
    }

    /// <summary>Finds the documents up to the last one that all lists have in their buffers, and their places there.</summary>
    private int Intersect(int last)
    {
        var lead = _lists[0].Postings.Buffered;
        if (lead[^1] > last) lead = lead[..AscendingSearch.FirstAtLeast(lead, last + 1)];
        var count = AscendingIntersection.Find(lead, _lists[1].Postings.Buffered, _docIds, _lists[0].Places, _lists[1].Places);
        for (var list = 2; list < _lists.Length; list++) count = Retain(list, count);
        return count;
    }

    private int Retain(int list, int count)
    {
        var kept = AscendingIntersection.Find(_docIds.AsSpan(0, count), _lists[list].Postings.Buffered, _fewer, _kept, _lists[list].Places);
        if (kept == count) return kept;
        (_docIds, _fewer) = (_fewer, _docIds);
        foreach (var before in _lists.AsSpan(0, list))
            for (var i = 0; i < kept; i++) before.Places[i] = before.Places[_kept[i]];

        return kept;
    }

    /// <summary>Drops candidates whose score could not be high enough even if the rarest term in them always stood in the phrase.</summary>
    [SkipLocalsInit]
    private int KeepCompetitive(int count, float minScore)
    {
        // A score grows with the frequency, but for what is rounded away.
        const float Rounding = 1 + 1e-5f;

        Span<int> most = stackalloc int[MostCandidates];
        Span<float> scores = stackalloc float[MostCandidates];
        _lists[0].Freqs.CopyTo(most);
        foreach (var list in _lists.AsSpan(1)) KeepSmaller(most, list.Freqs);
        _similarity.ScoreAll(_docIds.AsSpan(0, count), most[..count], scores[..count]);
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            if (scores[i] * Rounding < minScore) continue;
            _docIds[kept] = _docIds[i];
            foreach (var list in _lists) list.Move(i, kept);
            kept++;
        }

        return kept;
    }

    private static void KeepSmaller(Span<int> numbers, ReadOnlySpan<int> others)
    {
        for (var i = 0; i < numbers.Length; i += Vector256<int>.Count)
            Vector256.Min(Vector256.Create<int>(numbers[i..]), Vector256.Create(others[i..])).CopyTo(numbers[i..]);
    }

    private int Verify(int candidates, Span<int> docIds, Span<int> freqs)
    {
        if (_lists.Length == 2 && MostInVector > 0) return VerifyPair(candidates, docIds, freqs);
        var count = 0;
        for (var candidate = 0; candidate < candidates; candidate++)
        {
            var freq = CountPhrase(candidate);
            docIds[count] = _docIds[candidate];
            if (!freqs.IsEmpty) freqs[count] = freq;

            // No branch: whether a candidate matches nobody can guess.
            count += freq > 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The same for two terms, with all that is the same for every candidate at hand.</summary>
    private int VerifyPair(int candidates, Span<int> docIds, Span<int> freqs)
    {
        var count = 0;
        var (lead, other, most) = (_lists[0], _lists[1], MostInVector);
        var leadFreqs = lead.Freqs.AsSpan(0, candidates);
        var otherFreqs = other.Freqs.AsSpan(0, candidates);
        for (var i = 0; i < leadFreqs.Length && i < otherFreqs.Length; i++)
        {
            var (leadFreq, otherFreq) = (leadFreqs[i], otherFreqs[i]);

            // Whether both are few, without a branch for the larger one, which nobody can guess either.
            var freq = ((most - leadFreq) | (most - otherFreq)) >= 0
                ? FewNumbers.CountSet(FewNumbers.AnyEqual(lead.FewStarts(i, leadFreq, int.MinValue), other.FewStarts(i, otherFreq, int.MinValue + 1)))
                : CountPhrase(i);
            docIds[count] = _docIds[i];
            if (!freqs.IsEmpty) freqs[count] = freq;
            count += freq > 0 ? 1 : 0;
        }

        return count;
    }

    private int CountPhrase(int candidate)
    {
        // A negative number says that there is no room for the occurrences of some term.
        var (inVector, atOnce) = (0, 0);
        foreach (var list in _lists)
        {
            inVector |= MostInVector - list.Freqs[candidate];
            atOnce |= MostAtOnce - list.Freqs[candidate];
        }

        return inVector >= 0 ? CountInVector(candidate) : atOnce >= 0 ? CountAtOnce(candidate) : CountStepByStep(candidate);
    }

    private int CountInVector(int candidate)
    {
        // Where there is no occurrence stand different numbers on both sides, neither of which is a place.
        var starts = _lists[0].FewStarts(candidate, _lists[0].Freqs[candidate], int.MinValue);
        var found = FewNumbers.AnyEqual(starts, _lists[1].FewStarts(candidate, _lists[1].Freqs[candidate], int.MinValue + 1));
        for (var i = 2; i < _lists.Length && found != Vector256<int>.Zero; i++)
            found &= FewNumbers.AnyEqual(starts, _lists[i].FewStarts(candidate, _lists[i].Freqs[candidate], int.MinValue + 1));
        return FewNumbers.CountSet(found);
    }

    private int CountAtOnce(int candidate)
    {
        var starts = _lists[0].Starts(candidate);
        var count = _lists[0].Freqs[candidate];
        for (var i = 1; i < _lists.Length && count > 0; i++) count = OccurrenceMatching.Retain(starts, count, _lists[i].Starts(candidate));
        return count;
    }

    private int CountStepByStep(int candidate)
    {
        foreach (var list in _lists) list.StandAt(candidate);
        var count = 0;
        for (var isThere = _occurrences.MoveToFirst(); isThere; isThere = _occurrences.MoveNext()) count++;
        return count;
    }
}
