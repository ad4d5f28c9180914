using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.StoredFields;

/// <summary>
/// The .fdx file, and the .tvx file, which has the same form: finds the chunk of a document. The list of blocks, one for about a thousand chunks, is read at the first
/// question, the numbers in them only where a search looks. Thread-safe.
/// </summary>
internal sealed class StoredFieldsIndex
{
    private readonly IndexInput _input;
    private readonly long _firstBlock;
    private readonly int _docCount;
    private readonly long _dataEnd;
    private readonly bool _hasFooter;
    private StoredFieldsIndexBlock[]? _blocks;

    /// <summary>Checks the footer.</summary>
    /// <param name="input">Behind the header of the file.</param>
    /// <param name="docCount">Documents of the segment.</param>
    /// <param name="dataEnd">Offset of the .fdt file after the last chunk.</param>
    /// <param name="hasFooter">Whether the files are of a version that has footers.</param>
    public StoredFieldsIndex(IndexInput input, int docCount, long dataEnd, bool hasFooter)
    {
        _input = input;
        _docCount = docCount;
        _dataEnd = dataEnd;
        _hasFooter = hasFooter;
        if (hasFooter) CodecFile.CheckFooter(input);
        StoredFieldsReader.CheckPackedVersion(input);
        _firstBlock = input.Position;
    }

    /// <summary>Offset in the .fdt file of the chunk that holds the document.</summary>
    public long ChunkOffset(int docId)
    {
        var blocks = LazyInitializer.EnsureInitialized(ref _blocks, ReadBlocks);
        var low = 0;
        for (var high = blocks.Length - 1; low < high;)
        {
            var middle = (low + high + 1) >>> 1;
            if (blocks[middle].DocBase <= docId) low = middle;
            else high = middle - 1;
        }

        return ChunkOffset(blocks[low], docId);
    }

    private long ChunkOffset(in StoredFieldsIndexBlock block, int docId)
    {
        var low = 0;
        for (var high = block.ChunkCount - 1; low < high;)
        {
            var middle = (low + high + 1) >>> 1;
            if (block.DocBaseOf(_input, middle) <= docId) low = middle;
            else high = middle - 1;
        }

        var offset = block.OffsetOf(_input, low);
        if (offset < 0 || offset >= _dataEnd) _input.Corrupt($"the chunk of document {docId} at byte {offset}", $"a place within the {_dataEnd} bytes of the chunks");
        return offset;
    }

    private StoredFieldsIndexBlock[] ReadBlocks()
    {
        var input = _input.Clone();
        input.Seek(_firstBlock);
        var blocks = new List<StoredFieldsIndexBlock>();
        while (true)
        {
            var chunkCount = input.ReadCount("chunks in a block", Math.Min(_docCount, StoredFieldsFormat.ChunksPerBlock));
            if (chunkCount == 0) break;
            var block = new StoredFieldsIndexBlock(input, chunkCount, _docCount);
            if (blocks.Count == 0 ? block.DocBase != 0 : block.DocBase <= blocks[^1].DocBase)
                input.Corrupt($"a block that begins with document {block.DocBase}", "0, and then larger numbers in every block");
            blocks.Add(block);
        }

        CheckEnd(input);
        if (blocks.Count == 0) input.Corrupt("no chunks", $"chunks of {_docCount} documents");
        return [.. blocks];
    }

    private void CheckEnd(IndexInput input)
    {
        if (_hasFooter)
        {
            var end = input.ReadVLong();
            if (end != _dataEnd) input.Corrupt($"chunks of {end} bytes", $"{_dataEnd}, as the file of the chunks has");
        }

        CodecFile.CheckAtEnd(input, _hasFooter);
    }
}
