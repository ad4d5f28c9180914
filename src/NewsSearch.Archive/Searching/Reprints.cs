using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NewsSearch.Archive.Searching;

/// <summary>
/// Texts of which none is a reprint of another: the same article, word for word but for small changes. Belongs to one thread; dispose it, for its
/// memory is borrowed.
/// </summary>
/// <remarks>
/// By the resemblance of their sets of overlapping runs of characters (A. Broder, "On the resemblance and containment of
/// documents", 1997), counted in full. White space is left out, because publishers break paragraphs differently. One table has the runs of all
/// texts, each with a bit for every text that it occurs in: a text is compared with all others at one look a run.
/// </remarks>
internal sealed class Reprints : IDisposable
{
    /// <summary>How many texts there may be.</summary>
    public const int MaxTexts = 63;

    private const int RunLength = 8;

    /// <summary>From this share of the shorter text's runs on, the texts are taken for one article.</summary>
    private const double Threshold = 0.8;

    /// <summary>Only the beginnings of long texts are compared.</summary>
    private const int MaxCharacters = 4_000;

    // A run counts as the number that its characters are the digits of, to this base, modulo 2^32.
    private const uint Base = 31;
    private const uint FirstPlace = unchecked(Base * Base * Base * Base * Base * Base * Base);

    private const int FirstTableBits = 14;

    /// <summary>Set where the table has a run, even if the text that it came from was refused.</summary>
    private const ulong Taken = 1UL << MaxTexts;

    private readonly int[] _runCounts = new int[MaxTexts];
    private readonly int[] _shared = new int[MaxTexts];
    private readonly char[] _letters = ArrayPool<char>.Shared.Rent(MaxCharacters);
    private uint[] _runs = [];
    private ulong[] _texts = [];
    private int _tableBits;
    private int _taken;
    private int _count;

    /// <summary>Adds a text, unless it is a reprint of one that was added before; then returns false.</summary>
    /// <exception cref="InvalidOperationException">There are as many texts as there may be.</exception>
    public bool TryAdd(string text)
    {
        if (_count == MaxTexts) throw new InvalidOperationException($"There are {MaxTexts} texts already.");
        var letters = LettersOf(text);
        Reserve(_taken + letters.Length);
        _shared.AsSpan(0, _count).Clear();
        _runCounts[_count] = AddRuns(letters);
        if (IsReprint())
        {
            RemoveRuns(letters);
            return false;
        }

        _count++;
        return true;
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_letters);
        ReturnTable();
        (_runs, _texts) = ([], []);
    }

    private ReadOnlySpan<char> LettersOf(string text)
    {
        var count = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, MaxCharacters)))
            if (!char.IsWhiteSpace(c)) _letters[count++] = c;
        return _letters.AsSpan(0, count);
    }

    private bool IsReprint()
    {
        for (var i = 0; i < _count; i++)
        {
            var shorter = Math.Min(_runCounts[i], _runCounts[_count]);
            if (shorter > 0 && _shared[i] >= Threshold * shorter) return true;
        }

        return false;
    }

    /// <summary>Marks the runs as those of the next text, and counts for each text before how many of them it has too.</summary>
    /// <returns>How many different runs there are.</returns>
    private int AddRuns(ReadOnlySpan<char> letters)
    {
        var text = 1UL << _count;
        var count = 0;
        var run = 0u;
        for (var i = 0; i < letters.Length; i++)
        {
            run = Next(run, letters, i);
            if (i < RunLength - 1) continue;
            ref var texts = ref _texts[SlotOf(run)];
            if ((texts & text) != 0) continue;
            if (texts == 0) _taken++;
            for (var others = texts & ~Taken; others != 0; others &= others - 1) _shared[BitOperations.TrailingZeroCount(others)]++;
            texts |= text | Taken;
            count++;
        }

        return count;
    }

    private void RemoveRuns(ReadOnlySpan<char> letters)
    {
        var run = 0u;
        for (var i = 0; i < letters.Length; i++)
        {
            run = Next(run, letters, i);
            if (i >= RunLength - 1) _texts[SlotOf(run)] &= ~(1UL << _count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Next(uint run, ReadOnlySpan<char> letters, int i)
    {
        if (i >= RunLength) run -= letters[i - RunLength] * FirstPlace;
        return run * Base + letters[i];
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

    /// <summary>Makes the table so large that half of it stays free.</summary>
    private void Reserve(int runs)
    {
        var bits = Math.Max(FirstTableBits, BitOperations.Log2((uint)Math.Max(1, runs)) + 2);
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

    private void ReturnTable()
    {
        if (_runs.Length > 0) Return(_runs, _texts);
    }

    private static void Return(uint[] runs, ulong[] texts)
    {
        ArrayPool<uint>.Shared.Return(runs);
        ArrayPool<ulong>.Shared.Return(texts);
    }
}
