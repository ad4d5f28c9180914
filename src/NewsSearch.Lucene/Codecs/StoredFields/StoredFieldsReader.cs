using System.Buffers;
using System.Text;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.StoredFields;

/// <summary>The stored fields of a segment. Thread-safe.</summary>
internal sealed class StoredFieldsReader
{
    private readonly IndexInput _data;
    private readonly StoredFieldsIndex _index;
    private readonly FieldInfoSet _fields;
    private readonly StoredFieldsLayout _layout;

    /// <summary>Checks headers and footers; the checksums stay unread.</summary>
    public StoredFieldsReader(SegmentInputs inputs, FieldInfoSet fields)
    {
        _fields = fields;
        _data = inputs.Open("", StoredFieldsFormat.DataExtension);
        var version = CodecFile.CheckHeader(_data, StoredFieldsFormat.DataCodec, StoredFieldsFormat.VersionBigChunks, StoredFieldsFormat.VersionCurrent);
        var hasFooter = version >= StoredFieldsFormat.VersionChecksum;
        if (hasFooter) CodecFile.CheckFooter(_data);
        var end = _data.Length - (hasFooter ? CodecFile.FooterLength : 0);
        var chunkSize = _data.ReadVInt();
        if (chunkSize <= 0) _data.Corrupt($"chunks of {chunkSize} bytes", "1 or more");
        CheckPackedVersion(_data);
        _layout = new StoredFieldsLayout(inputs.Info.DocCount, chunkSize, _data.Position, end, hasFooter);
        var index = inputs.Open("", StoredFieldsFormat.IndexExtension);
        CodecFile.CheckHeader(index, StoredFieldsFormat.IndexCodec, version, version);
        _index = new StoredFieldsIndex(index, _layout.DocCount, end, hasFooter);
    }

    /// <summary>The stored fields of a document in the order in which they were stored.</summary>
    /// <param name="docId">From 0 to the segment's document count.</param>
    /// <param name="wanted">Names of the fields to return; null means all.</param>
    public Document Read(int docId, IReadOnlySet<string>? wanted = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, _layout.DocCount);
        var offset = _index.ChunkOffset(docId);
        var chunk = new ByteCursor(_data.Span(offset, (int)Math.Min(int.MaxValue, _layout.End - offset)), _data.Name, offset, isDecompressed: false);
        var docBase = (int)chunk.ReadNumber("documents before the chunk", _layout.DocCount);
        var docsInChunk = (int)chunk.ReadNumber("documents in the chunk", _layout.DocCount - docBase);
        var at = docId - docBase;
        if (at < 0 || at >= docsInChunk) chunk.Corrupt($"a chunk of {docsInChunk} documents from {docBase} on", $"one with document {docId}");
        var fieldCount = (int)ChunkNumbers.Read(ref chunk, docsInChunk, "stored fields")[at];
        var lengths = ChunkNumbers.Read(ref chunk, docsInChunk, "bytes in a document");
        var length = lengths[at];
        if ((fieldCount == 0) != (length == 0)) chunk.Corrupt($"a document of {fieldCount} fields and {length} bytes", "none or some of both");
        var document = new Document();
        if (fieldCount == 0 || wanted is { Count: 0 }) return document;
        ReadDocument(document, chunk, offset, new DocumentPlace(lengths.Sum(at), length, lengths.Sum(docsInChunk), fieldCount), wanted);
        return document;
    }

    /// <summary>A cursor before the first document, for reading all of them; each thread needs its own.</summary>
    public StoredFieldsCursor OpenCursor() => new(_data, _index, _fields, _layout);

    /// <summary>The version of the packed integers, which .fdt and .fdx both begin with.</summary>
    internal static void CheckPackedVersion(IndexInput input)
    {
        var version = input.ReadVInt();
        if (version != StoredFieldsFormat.PackedVersion) input.Corrupt($"packed integers of version {version}", $"version {StoredFieldsFormat.PackedVersion}");
    }

    private void ReadDocument(Document document, in ByteCursor chunk, long chunkOffset, in DocumentPlace place, IReadOnlySet<string>? wanted)
    {
        if (place.ChunkLength > Math.Min(Array.MaxLength, Lz4.MaxDecompressedLength(chunk.Remaining)))
            chunk.Corrupt($"a chunk of {place.ChunkLength} bytes when decompressed", $"no more than the {chunk.Remaining} bytes left can hold");
        var needed = (int)(place.Start + place.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(needed);
        try
        {
            Decompress(chunk, (int)place.ChunkLength, _layout.ChunkSize, buffer.AsSpan(0, needed));
            var cursor = new ByteCursor(buffer.AsSpan((int)place.Start, (int)place.Length), _data.Name, chunkOffset, isDecompressed: true);
            for (var i = 0; i < place.FieldCount; i++) ReadField(ref cursor, document, wanted);
            if (cursor.Remaining != 0) cursor.Corrupt($"{cursor.Remaining} bytes left", $"the end of the document, after its {place.FieldCount} fields");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Decompresses the first bytes of a chunk, slice by slice if it is a large one.</summary>
    /// <returns>Compressed bytes that were read: all of the chunk's if the destination takes the whole chunk.</returns>
    internal static int Decompress(in ByteCursor chunk, int chunkLength, int chunkSize, Span<byte> destination)
    {
        var isSliced = StoredFieldsFormat.IsSliced(chunkLength, chunkSize);
        var sliceLength = isSliced ? chunkSize : chunkLength;
        var source = chunk.Rest;
        do
        {
            var slice = destination[..Math.Min(sliceLength, destination.Length)];
            if (!Lz4.TryDecompress(source, slice, out var consumed)) chunk.Corrupt("bytes that are no LZ4 block", $"a block that stands for {slice.Length} bytes");
            source = source[consumed..];
            destination = destination[slice.Length..];
        }
        while (!destination.IsEmpty);
        return chunk.Remaining - source.Length;
    }

    private void ReadField(ref ByteCursor cursor, Document document, IReadOnlySet<string>? wanted)
    {
        var head = cursor.ReadNumber("as a field number and type", (long)int.MaxValue << StoredFieldsFormat.TypeBits | 7);
        var number = (int)(head >> StoredFieldsFormat.TypeBits);
        var field = _fields.Find(number);
        if (field is null) cursor.Corrupt($"field number {number}", $"one of the {_fields.Count} fields of the segment");
        var type = (StoredType)(head & (1 << StoredFieldsFormat.TypeBits) - 1);
        if (wanted is null || wanted.Contains(field.Name)) document.Add(Field.Stored(field.Name, ReadValue(ref cursor, type)));
        else SkipValue(ref cursor, type);
    }

    private static StoredValue ReadValue(ref ByteCursor cursor, StoredType type)
    {
        switch (type)
        {
            case StoredType.Text: return StoredValue.Of(Encoding.UTF8.GetString(cursor.ReadBlock()));
            case StoredType.Bytes: return StoredValue.Of(cursor.ReadBlock().ToArray());
            case StoredType.Int32: return StoredValue.Of(cursor.ReadInt32());
            case StoredType.Single: return StoredValue.Of(BitConverter.Int32BitsToSingle(cursor.ReadInt32()));
            case StoredType.Int64: return StoredValue.Of(cursor.ReadInt64());
            case StoredType.Double: return StoredValue.Of(BitConverter.Int64BitsToDouble(cursor.ReadInt64()));
            default:
                CorruptType(cursor, type);
                return default;
        }
    }

    internal static void SkipValue(ref ByteCursor cursor, StoredType type)
    {
        switch (type)
        {
            case StoredType.Text or StoredType.Bytes:
                cursor.ReadBlock();
                break;
            case StoredType.Int32 or StoredType.Single:
                cursor.ReadSpan(4);
                break;
            case StoredType.Int64 or StoredType.Double:
                cursor.ReadSpan(8);
                break;
            default:
                CorruptType(cursor, type);
                break;
        }
    }

    private static void CorruptType(in ByteCursor cursor, StoredType type) => cursor.Corrupt($"a value of type {(int)type}", "0 to 5");

    /// <summary>Where a document lies in its chunk; all lengths in bytes, decompressed.</summary>
    private readonly record struct DocumentPlace(long Start, long Length, long ChunkLength, int FieldCount);
}
