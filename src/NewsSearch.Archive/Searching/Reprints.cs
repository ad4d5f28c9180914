using System.Buffers;

namespace NewsSearch.Archive.Searching;

/// <summary>
/// Texts of which none is a reprint of another: the same article, word for word but for small changes. Belongs to one thread; dispose it, for its
/// memory is borrowed.
/// </summary>
/// <remarks>
/// By the resemblance of their sets of overlapping runs of characters (A. Broder, "On the resemblance and containment of
/// documents", 1997), counted in full. White space is left out, because publishers break paragraphs differently. Most texts share next to nothing,
/// for which a sample of the runs is proof enough: if more of a text's runs in the sample are missing in another than a reprint may lack at all, it
/// is none. What the sample leaves open is counted in full.
/// </remarks>
internal sealed class Reprints : IDisposable
{
    /// <summary>How many texts there may be.</summary>
    public const int MaxTexts = RunTable.MaxTexts;

    /// <summary>From this share of the shorter text's runs on, the texts are taken for one article.</summary>
    private const double Threshold = 0.8;

    /// <summary>Only the beginnings of long texts are compared.</summary>
    private const int MaxCharacters = 4_000;

    // Of texts that share nothing, three eighths are missing in the sample: well above the fifth that a reprint may lack.
    private const uint SampledEighths = 3;
    private const uint AllEighths = 8;

    private readonly RunTable _sample = new(SampledEighths);
    private readonly List<Shown> _shown = [];
    private readonly char[] _letters = ArrayPool<char>.Shared.Rent(MaxCharacters);

    /// <summary>Adds a text, unless it is a reprint of one that was added before; then returns false.</summary>
    /// <exception cref="InvalidOperationException">There are as many texts as there may be.</exception>
    public bool TryAdd(string text)
    {
        if (_shown.Count == MaxTexts) throw new InvalidOperationException($"There are {MaxTexts} texts already.");
        var letters = LettersOf(text, _letters);
        var added = new Shown(text, Math.Max(0, letters.Length - RunTable.RunLength + 1), _sample.Add(letters, _shown.Count));
        for (var i = 0; i < _shown.Count; i++)
        {
            if (IsNoReprint(_shown[i], added, _sample.Shared[i]) || !IsReprint(_shown[i].Text, letters)) continue;
            _sample.Remove(letters, _shown.Count);
            return false;
        }

        _shown.Add(added);
        return true;
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_letters);
        _sample.Dispose();
    }

    private static ReadOnlySpan<char> LettersOf(string text, char[] room)
    {
        var count = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, MaxCharacters)))
        {
            // The ideographic space is the last character of white space that there is.
            if (c <= '\u3000' && char.IsWhiteSpace(c)) continue;
            room[count++] = c;
        }

        return room.AsSpan(0, count);
    }

    /// <summary>Whether the sample proves that neither text has enough of its runs in the other.</summary>
    private static bool IsNoReprint(Shown text, Shown other, int shared) => LacksTooMany(text, shared) && LacksTooMany(other, shared);

    /// <summary>A text has no more different runs than it has runs; one more is for rounding.</summary>
    private static bool LacksTooMany(Shown text, int shared) => text.Runs == 0 || text.SampledRuns - shared > (1 - Threshold) * text.Runs + 1;

    private static bool IsReprint(string text, ReadOnlySpan<char> letters)
    {
        using var runs = new RunTable(AllEighths);
        var room = ArrayPool<char>.Shared.Rent(MaxCharacters);
        var shorter = Math.Min(runs.Add(LettersOf(text, room), 0), runs.Add(letters, 1));
        ArrayPool<char>.Shared.Return(room);
        return shorter > 0 && runs.Shared[0] >= Threshold * shorter;
    }

    /// <param name="Text">The text.</param>
    /// <param name="Runs">Its runs in what is compared of it, those that repeat counted again.</param>
    /// <param name="SampledRuns">Its different runs in the sample.</param>
    private readonly record struct Shown(string Text, int Runs, int SampledRuns);
}
