namespace NewsSearch.Archive.Searching;

/// <summary>Tells whether two texts are the same article, word for word but for small changes.</summary>
/// <remarks>
/// By the resemblance of their sets of overlapping runs of characters (A. Broder, "On the resemblance and containment of
/// documents", 1997), counted in full. White space is left out, because publishers break paragraphs differently.
/// </remarks>
internal sealed class Reprints
{
    private const int RunLength = 8;

    /// <summary>From this share of the shorter text's runs on, the texts are taken for one article.</summary>
    private const double Threshold = 0.8;

    /// <summary>Only the beginnings of long texts are compared.</summary>
    private const int MaxCharacters = 4_000;

    private readonly HashSet<int> _runs;

    public Reprints(string text) => _runs = RunsOf(text);

    /// <summary>Whether one of the two texts is a reprint of the other.</summary>
    public bool Includes(Reprints other)
    {
        var shorter = Math.Min(other._runs.Count, _runs.Count);
        if (shorter == 0) return false;
        return other._runs.Count(_runs.Contains) >= Threshold * shorter;
    }

    private static HashSet<int> RunsOf(string text)
    {
        var letters = text.Take(MaxCharacters).Where(c => !char.IsWhiteSpace(c)).ToArray();
        var runs = new HashSet<int>();
        for (var i = 0; i + RunLength <= letters.Length; i++)
        {
            var hash = 17;
            for (var j = 0; j < RunLength; j++) hash = unchecked(hash * 31 + letters[i + j] * 0x45D9F3B);
            runs.Add(hash);
        }

        return runs;
    }
}
