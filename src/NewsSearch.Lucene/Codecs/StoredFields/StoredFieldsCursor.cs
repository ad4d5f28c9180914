using System.Buffers;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.StoredFields;

/// <summary>
/// Goes through the stored fields of a segment front to back and copies them as they are encoded. Each chunk is
/// decompressed once, where reading document by document would decompress half of it every time.
/// </summary>
internal sealed class StoredFieldsCursor : IDisposable
{
    private readonly IndexInput _data;
    private readonly StoredFieldsIndex _index;
    private readonly FieldInfoSet _fields;
    private readonly StoredFieldsLayout _layout;
    private byte[] _bytes = [];
    private int[] _fieldCounts = [];
    private int[] _starts = [];
    private long _chunkOffset;
    private long _nextChunk;
    private int _docsInChunk;
    private int _inChunk = -1;

    public StoredFieldsCursor(IndexInput data, StoredFieldsIndex index, FieldInfoSet fields, StoredFieldsLayout layout)
    {
        _data = data;
        _index = index;
        _fields = fields;
        _layout = layout;
        _nextChunk = layout.FirstChunk;
    }

    /// <summary>The document the cursor stands on; -1 before the first.</summary>
    public int DocId { get; private set; } = -1;

    /// <summary>Moves to the next document, if there is one.</summary>
    /// <exception cref="CorruptIndexException">The chunks do not hold what they say, or not one document after the other.</exception>
    public bool MoveNext()
    {
        if (DocId + 1 == _layout.DocCount)
        {
            if (_nextChunk != _layout.End) CorruptIndexException.Throw(_data.Name, _nextChunk, $"{_layout.End - _nextChunk} bytes left", $"the end of the chunks after {_layout.DocCount} documents");
            return false;
        }

        if (_inChunk + 1 >= _docsInChunk) ReadChunk();
        _inChunk++;
        DocId++;
        return true;
    }

    /// <summary>
    /// Copies the next chunk as it is compressed and moves to its last document, if the writer would have made the same
    /// chunk: that is many times faster than document by document.
    /// </summary>
    /// <param name="writer">Its fields have the same numbers; it has no document begun.</param>
    /// <param name="isWanted">Whether so many documents from there on are all to be copied.</param>
    /// <returns>Number of documents copied; 0 if they must be copied one by one.</returns>
    public int CopyChunkTo(StoredFieldsWriter writer, Func<int, int, bool> isWanted)
    {
        // What no checksum vouches for is decompressed, which shows most damage.
        if (!_layout.HasChecksum || _layout.ChunkSize != StoredFieldsFormat.ChunkSize) return 0;
        if (!writer.IsBetweenChunks || _inChunk + 1 < _docsInChunk || DocId + 1 == _layout.DocCount) return 0;
        var chunk = OpenChunk(out var docsInChunk);
        var bodyStart = chunk.Position;
        if (!isWanted(DocId + 1, docsInChunk) || !IsFull(ref chunk, docsInChunk)) return 0;
        var next = DocId + 1 + docsInChunk == _layout.DocCount ? _layout.End : _index.ChunkOffset(DocId + 1 + docsInChunk);
        var length = next - _nextChunk;
        if (length <= chunk.Position || length > chunk.Position + chunk.Remaining) return 0;
        writer.AddChunk(docsInChunk, _data.Span(_nextChunk + bodyStart, (int)length - bodyStart));
        _nextChunk = next;
        DocId += docsInChunk;
        _docsInChunk = 0;
        _inChunk = -1;
        return docsInChunk;
    }

    /// <summary>Adds the values of the current document to the one that was started in the writer.</summary>
    /// <param name="newNumbers">The number there of each field here, by its number here; null if they are the same.</param>
    public void CopyTo(StoredFieldsWriter writer, IReadOnlyDictionary<int, int>? newNumbers)
    {
        var fieldCount = _fieldCounts[_inChunk];
        var document = _bytes.AsSpan(_starts[_inChunk], _starts[_inChunk + 1] - _starts[_inChunk]);
        var cursor = new ByteCursor(document, _data.Name, _chunkOffset, isDecompressed: true);
        for (var i = 0; i < fieldCount; i++)
        {
            var (number, type) = ReadHead(ref cursor);
            var start = cursor.Position;
            StoredFieldsReader.SkipValue(ref cursor, type);
            if (newNumbers is not null) writer.AddEncoded(newNumbers[number], type, document[start..cursor.Position]);
        }

        if (cursor.Remaining != 0) cursor.Corrupt($"{cursor.Remaining} bytes left", $"the end of the document, after its {fieldCount} fields");
        if (newNumbers is null) writer.AddEncoded(fieldCount, document);
    }

    public void Dispose()
    {
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private (int Number, StoredType Type) ReadHead(ref ByteCursor cursor)
    {
        var head = cursor.ReadNumber("as a field number and type", (long)int.MaxValue << StoredFieldsFormat.TypeBits | 7);
        var number = (int)(head >> StoredFieldsFormat.TypeBits);
        if (_fields.Find(number) is null) cursor.Corrupt($"field number {number}", $"one of the {_fields.Count} fields of the segment");
        return (number, (StoredType)(head & (1 << StoredFieldsFormat.TypeBits) - 1));
    }

    private void ReadChunk()
    {
        _chunkOffset = _nextChunk;
        var chunk = OpenChunk(out _docsInChunk);
        ReadPlaces(ref chunk);
        var length = _starts[_docsInChunk];
        if (_bytes.Length < length) Grow(length);
        _nextChunk = _chunkOffset + chunk.Position + StoredFieldsReader.Decompress(chunk, length, _layout.ChunkSize, _bytes.AsSpan(0, length));
        _inChunk = -1;
    }

    /// <summary>Reads the start of the next chunk, up to the numbers of its documents.</summary>
    private ByteCursor OpenChunk(out int docsInChunk)
    {
        var bytes = _data.Span(_nextChunk, (int)Math.Min(int.MaxValue, _layout.End - _nextChunk));
        var chunk = new ByteCursor(bytes, _data.Name, _nextChunk, isDecompressed: false);
        var docBase = chunk.ReadNumber("documents before the chunk", _layout.DocCount);
        if (docBase != DocId + 1) chunk.Corrupt($"a chunk from document {docBase} on", $"document {DocId + 1}");
        docsInChunk = (int)chunk.ReadNumber("documents in the chunk", _layout.DocCount - docBase);
        if (docsInChunk == 0) chunk.Corrupt("a chunk without documents", "1 or more");
        return chunk;
    }

    /// <summary>Whether the writer too would end a chunk after these documents, and not before.</summary>
    private static bool IsFull(ref ByteCursor chunk, int docsInChunk)
    {
        if (docsInChunk > StoredFieldsFormat.MaxDocsPerChunk) return false;
        ChunkNumbers.Read(ref chunk, docsInChunk, "stored fields");
        var lengths = ChunkNumbers.Read(ref chunk, docsInChunk, "bytes in a document");
        var withoutLast = lengths.Sum(docsInChunk - 1);
        return StoredFieldsFormat.IsFull(docsInChunk, withoutLast + lengths[docsInChunk - 1]) && withoutLast < StoredFieldsFormat.ChunkSize;
    }

    /// <summary>Reads how many fields each document of the chunk has and where it starts when decompressed.</summary>
    private void ReadPlaces(ref ByteCursor chunk)
    {
        if (_starts.Length <= _docsInChunk)
        {
            _fieldCounts = new int[_docsInChunk];
            _starts = new int[_docsInChunk + 1];
        }

        var fieldCounts = ChunkNumbers.Read(ref chunk, _docsInChunk, "stored fields");
        var lengths = ChunkNumbers.Read(ref chunk, _docsInChunk, "bytes in a document");
        var most = Math.Min(Array.MaxLength, Packing.Lz4.MaxDecompressedLength(chunk.Remaining));
        var start = 0L;
        for (var i = 0; i < _docsInChunk; i++)
        {
            _fieldCounts[i] = (int)fieldCounts[i];
            _starts[i] = (int)start;
            start += lengths[i];
            if (start > most) chunk.Corrupt($"a chunk of {start} bytes or more when decompressed", $"no more than the {chunk.Remaining} bytes left can hold");
        }

        _starts[_docsInChunk] = (int)start;
    }

    private void Grow(int length)
    {
        Dispose();
        _bytes = ArrayPool<byte>.Shared.Rent(length);
    }
}
