using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The occurrences of one term of a phrase in the current document, as places where the phrase would begin.</summary>
/// <param name="postings">The term's documents, with positions.</param>
/// <param name="offset">The term's position within the phrase.</param>
internal sealed class PhrasePosition(PostingsEnum postings, int offset)
{
    private int _left;
    private int[] _starts = [];

    public PostingsEnum Postings { get; } = postings;

    /// <summary>The term's position within the phrase.</summary>
    public int Offset => offset;

    /// <summary>Where the phrase begins if the current occurrence belongs to it.</summary>
    public int Start { get; private set; }

    /// <summary>Reads all occurrences of the document at once, instead of going from one to the next.</summary>
    /// <returns>Where the phrase would begin, ascending; valid until the next call.</returns>
    public Span<int> ReadStarts()
    {
        var freq = Postings.Freq;
        if (_starts.Length < freq) _starts = new int[Math.Max(16, 2 * freq)];
        var starts = _starts.AsSpan(0, freq);
        Postings.ReadPositions(starts);
        if (offset == 0) return starts;
        foreach (ref var start in starts) start -= offset;
        return starts;
    }

    /// <summary>Goes to the first occurrence in the document that the postings stand on.</summary>
    public bool MoveToFirst()
    {
        _left = Postings.Freq;
        return MoveNext();
    }

    /// <summary>Goes to the next occurrence, if there is one.</summary>
    public bool MoveNext()
    {
        if (_left-- <= 0) return false;
        Start = Postings.NextPosition() - offset;
        return true;
    }

    /// <summary>Goes to the first occurrence for a phrase that begins at or after the place, if there is one.</summary>
    public bool MoveTo(int start)
    {
        while (Start < start)
            if (!MoveNext()) return false;
        return true;
    }
}
