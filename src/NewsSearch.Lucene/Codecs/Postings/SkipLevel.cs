namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>Where the reader of skip data stands on one level.</summary>
internal sealed class SkipLevel
{
    /// <summary>The entry read last, which is not passed yet.</summary>
    public SkipPoint Next;

    /// <summary>Where that entry stands on the level below.</summary>
    public long ChildOffset;

    /// <summary>Documents of the list before that entry.</summary>
    public int DocCount;

    /// <summary>Where the level begins in the file.</summary>
    public long StartOffset;

    /// <summary>Where its next entry begins.</summary>
    public long Offset;

    public void Start(long offset, in SkipPoint start)
    {
        Next = start;
        ChildOffset = 0;
        DocCount = 0;
        StartOffset = offset;
        Offset = offset;
    }
}
