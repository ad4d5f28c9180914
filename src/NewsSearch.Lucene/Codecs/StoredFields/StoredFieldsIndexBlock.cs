using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.StoredFields;

/// <summary>A block of the .fdx file: where up to 1,024 chunks begin. The numbers stay packed in the file.</summary>
internal readonly struct StoredFieldsIndexBlock
{
    private readonly int _docBase;
    private readonly int _averageDocs;
    private readonly int _docBits;
    private readonly int _offsetBits;
    private readonly long _docRun;
    private readonly long _firstOffset;
    private readonly long _averageLength;
    private readonly long _offsetRun;

    /// <summary>Reads what stands before the packed numbers and moves past them.</summary>
    public StoredFieldsIndexBlock(IndexInput input, int chunkCount, int docCount)
    {
        ChunkCount = chunkCount;
        _docBase = input.ReadCount("documents before a block", docCount);
        _averageDocs = input.ReadCount("documents a chunk", docCount);
        _docBits = input.ReadCount("bits a document number", 32);
        _docRun = input.Position;
        input.Skip(PackedBits.ByteCount(chunkCount, _docBits));
        _firstOffset = input.ReadVLong();
        _averageLength = input.ReadVLong();
        _offsetBits = input.ReadCount("bits an offset", 64);
        _offsetRun = input.Position;
        input.Skip(PackedBits.ByteCount(chunkCount, _offsetBits));
    }

    public int ChunkCount { get; }

    /// <summary>The first document of the block.</summary>
    public int DocBase => _docBase;

    /// <summary>The first document of a chunk of the block, by the line and the distance from it.</summary>
    public long DocBaseOf(IndexInput input, int chunk) => _docBase + (long)_averageDocs * chunk + Packed(input, _docRun, _docBits, chunk);

    /// <summary>The offset in the .fdt file of a chunk of the block.</summary>
    public long OffsetOf(IndexInput input, int chunk) => unchecked(_firstOffset + _averageLength * chunk + Packed(input, _offsetRun, _offsetBits, chunk));

    private long Packed(IndexInput input, long run, int bits, int index)
    {
        var value = PackedBits.Get(input.Span(run, (int)PackedBits.ByteCount(ChunkCount, bits)), index, bits);
        // Signed numbers are stored with their sign lowest, so that small ones of either sign take few bits.
        return (long)(value >> 1) ^ -(long)(value & 1);
    }
}
