namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>A term, or a block of terms with a common prefix, that is not in a block yet.</summary>
internal struct PendingEntry
{
    /// <summary>Where its bytes begin among those of all pending entries.</summary>
    public int Start;

    /// <summary>Length in bytes of the term or prefix.</summary>
    public int Length;

    /// <summary>Of a term.</summary>
    public TermState Term;

    /// <summary>Of a block; null for a term.</summary>
    public WrittenBlock? Block;
}
