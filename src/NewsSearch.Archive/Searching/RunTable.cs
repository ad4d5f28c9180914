using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NewsSearch.Archive.Searching;

/// <summary>
/// The overlapping runs of characters of several texts: each run once, with a bit for every text that it occurs in, so that a text is compared
/// with all others at one look a run. Belongs to one thread; dispose it, for its memory is borrowed.
/// </summary>
/// <param name="sampledEighths">How much of all runs is looked at, in eighths: the same ones in all texts, chosen by a hash.</param>
internal sealed class RunTable(uint sampledEighths) : IDisposable
{
    /// <summary>How many texts there may be.</summary>
    public const int MaxTexts = 63;

    /// <summary>The length of a run, in characters.</summary>
    public const int RunLength = 8;

    // A run counts as the number that its characters are the digits of, to this base, modulo 2^32.
    private const uint Base = 31;
    private const uint FirstPlace = unchecked(Base * Base * Base * Base * Base * Base * Base);

    private const int FirstTableBits = 13;

    /// <summary>Set where the table has a run, even if the text that it came from was removed.</summary>
    private const ulong Taken = 1UL << MaxTexts;

    private readonly int[] _shared = new int[MaxTexts];
    private uint[] _runs = [];
    private ulong[] _texts = [];
    private uint[] _sampled = [];
    private int _tableBits;
    private int _taken;

    /// <summary>For each text how many different runs the one that was added last shares with it; for texts before that one.</summary>
    public ReadOnlySpan<int> Shared => _shared;

    /// <summary>Adds a text.</summary>
    /// <param name="letters">Its characters.</param>
    /// <param name="number">Its number, from 0 to <see cref="MaxTexts"/> - 1.</param>
    /// <returns>How many different runs it has.</returns>
    public int Add(ReadOnlySpan<char> letters, int number)
    {
        Reserve(_taken + letters.Length);
        Array.Clear(_shared);
        var text = 1UL << number;
        var count = 0;
        foreach (var run in RunsOf(letters))
        {
            ref var texts = ref _texts[SlotOf(run)];
            if ((texts & text) != 0) continue;
            if (texts == 0) _taken++;
            for (var others = texts & ~Taken; others != 0; others &= others - 1) _shared[BitOperations.TrailingZeroCount(others)]++;
            texts |= text | Taken;
            count++;
        }

        return count;
    }

    /// <summary>Removes a text that was added.</summary>
    public void Remove(ReadOnlySpan<char> letters, int number)
    {
        foreach (var run in RunsOf(letters)) _texts[SlotOf(run)] &= ~(1UL << number);
    }

    public void Dispose()
    {
        if (_runs.Length > 0) Return(_runs, _texts);
        if (_sampled.Length > 0) ArrayPool<uint>.Shared.Return(_sampled);
        (_runs, _texts, _sampled) = ([], [], []);
    }

    /// <summary>The runs of a text that are looked at. Which ones nobody can guess, so that they are gathered without a branch.</summary>
    private ReadOnlySpan<uint> RunsOf(ReadOnlySpan<char> letters)
    {
        if (letters.Length < RunLength) return [];
        if (_sampled.Length < letters.Length)
        {
            if (_sampled.Length > 0) ArrayPool<uint>.Shared.Return(_sampled);
            _sampled = ArrayPool<uint>.Shared.Rent(letters.Length);
        }

        var run = 0u;
        foreach (var letter in letters[..RunLength]) run = run * Base + letter;
        var sampled = _sampled.AsSpan();
        var count = 0;
        for (var i = RunLength; ; i++)
        {
            sampled[count] = run;
            count += run * 0x85EBCA6B >> 29 < sampledEighths ? 1 : 0;
            if (i == letters.Length) return sampled[..count];
            run = (run - letters[i - RunLength] * FirstPlace) * Base + letters[i];
        }
    }

    /// <summary>Where the run is in the table, or where it belongs; then it is written there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(uint run)
    {
        var (runs, texts) = (_runs, _texts);
        var mask = (1 << _tableBits) - 1;
        var slot = (int)(run * 0x9E3779B1 >> 32 - _tableBits);
        while (texts[slot] != 0 && runs[slot] != run) slot = (slot + 1) & mask;
        runs[slot] = run;
        return slot;
    }

    /// <summary>Makes the table larger than so many runs; of a sample most of it stays free.</summary>
    private void Reserve(int runs)
    {
        var spare = sampledEighths < 8 ? 1 : 2;
        var bits = Math.Max(FirstTableBits, BitOperations.Log2((uint)Math.Max(1, runs)) + spare);
        if (bits <= _tableBits) return;
        var (oldRuns, oldTexts, oldLength) = (_runs, _texts, _tableBits == 0 ? 0 : 1 << _tableBits);
        _tableBits = bits;
        _runs = ArrayPool<uint>.Shared.Rent(1 << bits);
        _texts = ArrayPool<ulong>.Shared.Rent(1 << bits);
        _texts.AsSpan(0, 1 << bits).Clear();
        for (var i = 0; i < oldLength; i++)
            if (oldTexts[i] != 0) _texts[SlotOf(oldRuns[i])] = oldTexts[i];
        if (oldLength > 0) Return(oldRuns, oldTexts);
    }

    private static void Return(uint[] runs, ulong[] texts)
    {
        ArrayPool<uint>.Shared.Return(runs);
        ArrayPool<ulong>.Shared.Return(texts);
    }
}
