using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>One term of a phrase while candidates are verified by batches: where each candidate is in its buffer, and its positions there.</summary>
/// <param name="postings">The term's documents, with positions.</param>
/// <param name="offset">The term's position within the phrase.</param>
internal sealed class PhraseList(BlockPostingsEnum postings, int offset)
{
    private const int Most = PhraseBatches.MostCandidates;

    private readonly int[] _ordinals = new int[Most];
    private PositionWindow _window = null!;
    private long _ordinalsFrom;
    private int _standsAt;

    public BlockPostingsEnum Postings => postings;

    /// <summary>The place of each candidate among the buffered documents.</summary>
    public byte[] Places { get; } = new byte[Most + AscendingIntersection.Slack];

    /// <summary>How often each candidate holds the term; once <see cref="Gather"/> was called.</summary>
    public int[] Freqs { get; } = new int[Most];

    /// <summary>Finds the positions of the candidates, of which there are so many.</summary>
    public void Gather(int count)
    {
        var sums = postings.BufferedFreqSums;
        var places = Places.AsSpan(0, count);
        for (var i = 0; i < places.Length; i++)
        {
            var place = places[i];
            _ordinals[i] = sums[place];
            Freqs[i] = sums[place + 1] - sums[place];
        }

        _window = postings.Window();
        _ordinalsFrom = postings.PositionsBefore;
        _standsAt = 0;
    }

    /// <summary>Puts a candidate in the place of an earlier one, which is of no more interest.</summary>
    public void Move(int from, int to)
    {
        Places[to] = Places[from];
        Freqs[to] = Freqs[from];
        _ordinals[to] = _ordinals[from];
    }

    /// <summary>Where the phrase would begin for each occurrence in a candidate that has not more than eight; behind them something else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> FewStarts(int candidate, int rest)
    {
        var freq = Freqs[candidate];
        ref var sums = ref _window.Sums(_ordinalsFrom + _ordinals[candidate], freq);
        var starts = Vector256.LoadUnsafe(ref sums) - Vector256.Create(Unsafe.Subtract(ref sums, 1) + offset);
        return FewNumbers.First(starts, freq, rest);
    }

    /// <summary>The occurrences in a candidate that has not more than <see cref="PositionWindow.MostAtOnce"/>.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="origin">What has to be taken off each for the place where the phrase would begin.</param>
    public ReadOnlySpan<int> Occurrences(int candidate, out int origin)
    {
        var freq = Freqs[candidate];
        ref var sums = ref _window.Sums(_ordinalsFrom + _ordinals[candidate], freq);
        origin = Unsafe.Subtract(ref sums, 1) + offset;
        return MemoryMarshal.CreateReadOnlySpan(ref sums, freq);
    }

    /// <summary>Moves the postings to a candidate, later than those before.</summary>
    public void StandAt(int candidate)
    {
        postings.MoveTo(Places[candidate] - _standsAt);
        _standsAt = Places[candidate];
    }
}
