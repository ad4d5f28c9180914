namespace NewsSearch.Lucene.Codecs.FieldInfos;

/// <summary>The bits of a field in the .fnm file. A field without any of the last three below is indexed with positions.</summary>
[Flags]
internal enum FieldBits : byte
{
    None = 0,
    Indexed = 0x01,
    TermVectors = 0x02,

    /// <summary>Positions and, beyond them, offsets.</summary>
    Offsets = 0x04,

    OmitsNorms = 0x10,
    Payloads = 0x20,

    /// <summary>Documents only.</summary>
    OmitsFreqsAndPositions = 0x40,

    /// <summary>Documents and frequencies.</summary>
    OmitsPositions = 0x80,

    /// <summary>All bits that have a meaning.</summary>
    Known = Indexed | TermVectors | Offsets | OmitsNorms | Payloads | OmitsFreqsAndPositions | OmitsPositions,
}
