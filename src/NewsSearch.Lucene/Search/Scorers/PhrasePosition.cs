using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The occurrences of one term of a phrase in the current document, as places where the phrase would begin.</summary>
/// <param name="postings">The term's documents, with positions.</param>
/// <param name="offset">The term's position within the phrase.</param>
internal sealed class PhrasePosition(PostingsEnum postings, int offset)
{
    private int _left;

    public PostingsEnum Postings { get; } = postings;

    /// <summary>Where the phrase begins if the current occurrence belongs to it.</summary>
    public int Start { get; private set; }

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
