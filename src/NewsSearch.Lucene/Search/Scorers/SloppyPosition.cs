using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The occurrences of one place of a phrase with slop in the current document.</summary>
/// <param name="postings">The documents of its term or terms, with positions.</param>
/// <param name="offset">The position of the place within the phrase.</param>
/// <param name="order">How many places of the phrase come before it.</param>
internal sealed class SloppyPosition(PostingsEnum postings, int offset, int order)
{
    private int _left;

    public PostingsEnum Postings { get; } = postings;

    public int Offset { get; } = offset;

    /// <summary>Where the phrase begins if the current occurrence stands exactly at its place. Places whose terms stand exactly have this in common.</summary>
    public long Start { get; private set; }

    /// <summary>Where the current occurrence is.</summary>
    public long Position => Start + Offset;

    /// <summary>The group of places that share terms with this one; -1 if no other does.</summary>
    public int Group { get; set; } = -1;

    /// <summary>Number of the place within its group.</summary>
    public int IndexInGroup { get; set; }

    /// <summary>Goes to the first occurrence in the document that the postings stand on.</summary>
    public void MoveToFirst()
    {
        _left = Postings.Freq;
        MoveNext();
    }

    /// <summary>Goes to the next occurrence, if there is one; otherwise it stays.</summary>
    public bool MoveNext()
    {
        if (_left-- <= 0) return false;
        Start = (long)Postings.NextPosition() - Offset;
        return true;
    }

    public bool ComesBefore(SloppyPosition other)
    {
        if (Start != other.Start) return Start < other.Start;
        return Offset != other.Offset ? Offset < other.Offset : order < other.Order;
    }

    private int Order => order;
}
