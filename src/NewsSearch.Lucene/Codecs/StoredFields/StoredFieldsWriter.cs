using System.Buffers;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.StoredFields;

/// <summary>
/// Writes stored fields: StartDocument, Add per value, FinishDocument; at the end Finish. Every document must be
/// started, one without stored fields too.
/// </summary>
internal sealed class StoredFieldsWriter : IDisposable
{
    private readonly IndexOutput _data;
    private readonly StoredFieldsIndexWriter _index;
    private readonly ChunkBuffer _buffer = new();
    private readonly long[] _fieldCounts = new long[StoredFieldsFormat.MaxDocsPerChunk];
    private readonly long[] _lengths = new long[StoredFieldsFormat.MaxDocsPerChunk];
    private readonly byte[] _packed = new byte[StoredFieldsFormat.MaxDocsPerChunk * sizeof(long)];
    private readonly ulong[] _table = new ulong[Lz4.TableLength];
    private int _docBase;
    private int _docCount;
    private int _docStart;

    /// <summary>Makes the files; <see cref="SegmentOutputs.DocCount"/> is ignored, it may not be known yet.</summary>
    public StoredFieldsWriter(SegmentOutputs outputs)
    {
        _data = outputs.Create("", StoredFieldsFormat.DataExtension);
        try
        {
            CodecFile.WriteHeader(_data, StoredFieldsFormat.DataCodec, StoredFieldsFormat.VersionCurrent);
            _data.WriteVInt(StoredFieldsFormat.ChunkSize);
            _data.WriteVInt(StoredFieldsFormat.PackedVersion);
            _index = new StoredFieldsIndexWriter(outputs.Create("", StoredFieldsFormat.IndexExtension));
        }
        catch
        {
            _data.Dispose();
            throw;
        }
    }

    /// <summary>Whether blocks are compressed with Lucene's matches and not with better ones, which lets files be compared byte by byte.</summary>
    public bool CompressesPlainly { get; init; }

    /// <summary>Bytes waiting in memory for their block to be full.</summary>
    public long BufferedBytes => _buffer.Length;

    /// <summary>Whether the next document begins a chunk.</summary>
    public bool IsBetweenChunks => _docCount == 0;

    /// <summary>Adds a chunk as it is compressed; only between chunks, and only one that this writer would have ended there too.</summary>
    /// <param name="body">Its bytes after the number of documents.</param>
    public void AddChunk(int docCount, ReadOnlySpan<byte> body)
    {
        if (!IsBetweenChunks) throw new InvalidOperationException($"{_docCount} documents wait for their chunk to be full.");
        BeginChunk(docCount);
        _data.WriteBytes(body);
    }

    public void StartDocument()
    {
        _docStart = _buffer.Length;
        _fieldCounts[_docCount] = 0;
    }

    /// <summary>Adds a value to the document that was started. Surrogates without a partner become U+FFFD.</summary>
    public void Add(FieldInfo field, StoredValue value)
    {
        _fieldCounts[_docCount]++;
        switch (value.Kind)
        {
            case StoredValueKind.Text:
                WriteHead(field, StoredType.Text);
                _buffer.WriteText(value.AsText());
                break;
            case StoredValueKind.Bytes:
                WriteHead(field, StoredType.Bytes);
                _buffer.WriteBytes(value.AsBytes());
                break;
            case StoredValueKind.Int32:
                WriteHead(field, StoredType.Int32);
                _buffer.WriteInt32((int)value.AsInt64());
                break;
            case StoredValueKind.Int64:
                WriteHead(field, StoredType.Int64);
                _buffer.WriteInt64(value.AsInt64());
                break;
            case StoredValueKind.Single:
                WriteHead(field, StoredType.Single);
                _buffer.WriteInt32(BitConverter.SingleToInt32Bits((float)value.AsDouble()));
                break;
            default:
                WriteHead(field, StoredType.Double);
                _buffer.WriteInt64(BitConverter.DoubleToInt64Bits(value.AsDouble()));
                break;
        }
    }

    /// <summary>Adds values that were stored before, all of a document or some, with the field numbers that they have.</summary>
    /// <param name="values">As they stand in a chunk, number and type first.</param>
    public void AddEncoded(int fieldCount, ReadOnlySpan<byte> values)
    {
        _fieldCounts[_docCount] += fieldCount;
        _buffer.WriteEncoded(values);
    }

    /// <summary>Adds a value that was stored before.</summary>
    /// <param name="value">As it stands in a chunk after number and type.</param>
    public void AddEncoded(int fieldNumber, StoredType type, ReadOnlySpan<byte> value)
    {
        _fieldCounts[_docCount]++;
        WriteHead(fieldNumber, type);
        _buffer.WriteEncoded(value);
    }

    public void FinishDocument()
    {
        _lengths[_docCount++] = _buffer.Length - _docStart;
        if (StoredFieldsFormat.IsFull(_docCount, _buffer.Length)) WriteChunk();
    }

    /// <summary>Completes the files.</summary>
    public void Finish()
    {
        if (_docCount > 0) WriteChunk();
        _index.Finish(_data.Position);
        CodecFile.WriteFooter(_data);
    }

    public void Dispose()
    {
        _buffer.Dispose();
        _index.Dispose();
        _data.Dispose();
    }

    private void WriteHead(FieldInfo field, StoredType type) => WriteHead(field.Number, type);

    private void WriteHead(int fieldNumber, StoredType type) =>
        _buffer.WriteVLong((long)fieldNumber << StoredFieldsFormat.TypeBits | (long)type);

    private void WriteChunk()
    {
        BeginChunk(_docCount);
        WriteNumbers(_fieldCounts.AsSpan(0, _docCount));
        WriteNumbers(_lengths.AsSpan(0, _docCount));
        var bytes = _buffer.Bytes;
        if (StoredFieldsFormat.IsSliced(bytes.Length, StoredFieldsFormat.ChunkSize))
        {
            for (; bytes.Length > StoredFieldsFormat.ChunkSize; bytes = bytes[StoredFieldsFormat.ChunkSize..])
                WriteCompressed(bytes[..StoredFieldsFormat.ChunkSize]);
        }

        WriteCompressed(bytes);
        _docCount = 0;
        _buffer.Clear();
    }

    private void BeginChunk(int docCount)
    {
        _index.Add(docCount, _data.Position);
        _data.WriteVInt(_docBase);
        _data.WriteVInt(docCount);
        _docBase += docCount;
    }

    private void WriteCompressed(ReadOnlySpan<byte> bytes)
    {
        var block = ArrayPool<byte>.Shared.Rent(Lz4.MaxCompressedLength(bytes.Length));
        var length = CompressesPlainly ? Lz4.CompressPlainly(bytes, block) : Lz4.Compress(bytes, block, _table);
        _data.WriteBytes(block.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(block);
    }

    /// <summary>One number a document: as it stands if there is one, once if all are equal, else packed.</summary>
    private void WriteNumbers(ReadOnlySpan<long> numbers)
    {
        var first = numbers[0];
        if (!numbers.ContainsAnyExcept(first))
        {
            if (numbers.Length > 1) _data.WriteVInt(0);
            _data.WriteVInt((int)first);
            return;
        }

        var all = 0L;
        foreach (var number in numbers) all |= number;
        var bits = PackedBits.BitsRequired((ulong)all);
        var run = _packed.AsSpan(0, (int)PackedBits.ByteCount(numbers.Length, bits));
        run.Clear();
        PackedBits.Encode(numbers, bits, run);
        _data.WriteVInt(bits);
        _data.WriteBytes(run);
    }
}
