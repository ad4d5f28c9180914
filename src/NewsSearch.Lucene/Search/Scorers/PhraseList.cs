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

    /// <summary>What has to be added to an ordinal for its place in the window, how much that holds, and the window itself.</summary>
    private int _shift;
    private int _held;
    private int[] _deltas = [];
    private int[] _occurrences = [];
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
        var ordinals = _ordinals.AsSpan(0, count);
        var freqs = Freqs.AsSpan(0, count);
        for (var i = 0; i < places.Length && i < ordinals.Length && i < freqs.Length; i++)
        {
            var next = sums[places[i] + 1];
            var ordinal = sums[places[i]];
            ordinals[i] = ordinal;
            freqs[i] = next - ordinal;
        }

        _window = postings.Window();
        _ordinalsFrom = postings.PositionsBefore;
        _deltas = _window.Deltas;
        Look();
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
    public Vector256<int> FewStarts(int candidate, int freq, int rest) =>
        FewNumbers.First(FewNumbers.Accumulate(Vector256.LoadUnsafe(ref DeltasOf(candidate, freq))) - Vector256.Create(offset), freq, rest);

    /// <summary>
    /// Where the phrase would begin for each occurrence in a candidate that has not more than <see cref="PositionWindow.MostAtOnce"/>, and behind
    /// them <see cref="OccurrenceMatching.Slack"/> numbers of any value.
    /// </summary>
    public Span<int> Starts(int candidate)
    {
        var freq = Freqs[candidate];
        if (_occurrences.Length == 0) _occurrences = new int[PositionWindow.MostAtOnce + OccurrenceMatching.Slack];
        ref var deltas = ref DeltasOf(candidate, freq);
        if (!FewNumbers.IsFast) return StartsPlainly(MemoryMarshal.CreateReadOnlySpan(ref deltas, freq));
        ref var starts = ref MemoryMarshal.GetArrayDataReference(_occurrences);
        var carry = Vector256.Create(-offset);
        for (nuint i = 0; i < (nuint)freq; i += FewNumbers.Most)
        {
            var sums = FewNumbers.Accumulate(Vector256.LoadUnsafe(ref deltas, i));
            (sums + carry).StoreUnsafe(ref starts, i);
            carry += Vector256.Create(sums[FewNumbers.Most - 1]);
        }

        return _occurrences.AsSpan(0, freq + OccurrenceMatching.Slack);
    }

    /// <summary>Moves the postings to a candidate, later than those before.</summary>
    public void StandAt(int candidate)
    {
        postings.MoveTo(Places[candidate] - _standsAt);
        _standsAt = Places[candidate];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref int DeltasOf(int candidate, int freq)
    {
        var at = _ordinals[candidate] + _shift;
        if ((ulong)(uint)at + (uint)freq > (uint)_held) at = Load(candidate, freq);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_deltas), (nint)(uint)at);
    }

    private int Load(int candidate, int freq)
    {
        _window.Load(_ordinalsFrom + _ordinals[candidate], freq);
        Look();
        return _ordinals[candidate] + _shift;
    }

    // Far from the window the shift may be wrong, but then nothing of it counts as held.
    private void Look()
    {
        var shift = _ordinalsFrom - _window.First;
        (_shift, _held) = shift == (int)shift ? ((int)shift, _window.Count) : (0, 0);
    }

    private Span<int> StartsPlainly(ReadOnlySpan<int> deltas)
    {
        var start = -offset;
        for (var i = 0; i < deltas.Length; i++) _occurrences[i] = start += deltas[i];
        return _occurrences.AsSpan(0, deltas.Length + OccurrenceMatching.Slack);
    }
}
