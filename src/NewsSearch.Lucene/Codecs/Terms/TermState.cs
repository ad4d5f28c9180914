namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>
/// What the term dictionary keeps of a term: enough to read its postings without seeking it again. Of value only for the
/// segment it came from.
/// </summary>
internal record struct TermState
{
    /// <summary>Number of documents that hold the term.</summary>
    public int DocFreq;

    /// <summary>Number of its occurrences; -1 where frequencies are not indexed.</summary>
    public long TotalTermFreq;

    /// <summary>Offset of its documents in the .doc file.</summary>
    public long DocStart;

    /// <summary>Offset of its positions in the .pos file.</summary>
    public long PosStart;

    /// <summary>Offset of its offsets and payloads in the .pay file.</summary>
    public long PayStart;

    /// <summary>Distance of its skip data from <see cref="DocStart"/>; -1 where it has none.</summary>
    public long SkipOffset;

    /// <summary>Distance of its last, variable-length block of positions from <see cref="PosStart"/>; -1 where it has no full block.</summary>
    public long LastPosBlockOffset;

    /// <summary>The only document of a term that has just one, which then has no postings; -1 otherwise.</summary>
    public int SingletonDocId;
}
