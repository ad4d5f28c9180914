namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>A place between two blocks of documents from which a list can be read on.</summary>
internal record struct SkipPoint
{
    /// <summary>The last document before it.</summary>
    public int DocId;

    /// <summary>Offset of the next block in the .doc file.</summary>
    public long DocOffset;

    /// <summary>Offset in the .pos file of the block that holds the next document's first position.</summary>
    public long PosOffset;

    /// <summary>Positions of that block that belong to documents before.</summary>
    public int PosInBlock;

    /// <summary>Offset in the .pay file of the block that belongs to the one of positions.</summary>
    public long PayOffset;

    /// <summary>Bytes of payloads in that block that belong to documents before.</summary>
    public int PayloadBytesInBlock;
}
