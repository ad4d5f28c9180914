using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.StoredFields;

/// <summary>Writes the .fdx file: for each chunk its first document and its place in the .fdt file, as distances from a straight line.</summary>
internal sealed class StoredFieldsIndexWriter : IDisposable
{
    private readonly IndexOutput _output;
    private readonly int[] _docCounts = new int[StoredFieldsFormat.ChunksPerBlock];
    private readonly long[] _offsets = new long[StoredFieldsFormat.ChunksPerBlock];
    private readonly long[] _deltas = new long[StoredFieldsFormat.ChunksPerBlock];
    private readonly byte[] _packed = new byte[StoredFieldsFormat.ChunksPerBlock * sizeof(long)];
    private int _chunkCount;
    private int _docBase;

    /// <summary>Begins the file and closes the output at <see cref="Dispose"/>.</summary>
    public StoredFieldsIndexWriter(IndexOutput output)
    {
        _output = output;
        CodecFile.WriteHeader(output, StoredFieldsFormat.IndexCodec, StoredFieldsFormat.VersionCurrent);
        output.WriteVInt(StoredFieldsFormat.PackedVersion);
    }

    /// <summary>Adds a chunk of that many documents that begins at that offset of the .fdt file.</summary>
    public void Add(int docCount, long offset)
    {
        if (_chunkCount == StoredFieldsFormat.ChunksPerBlock) WriteBlock();
        _docCounts[_chunkCount] = docCount;
        _offsets[_chunkCount] = offset;
        _chunkCount++;
    }

    /// <summary>Completes the file.</summary>
    /// <param name="end">Offset of the .fdt file after the last chunk.</param>
    public void Finish(long end)
    {
        if (_chunkCount > 0) WriteBlock();
        _output.WriteVInt(0);
        _output.WriteVLong(end);
        CodecFile.WriteFooter(_output);
    }

    public void Dispose() => _output.Dispose();

    private void WriteBlock()
    {
        _output.WriteVInt(_chunkCount);
        WriteDocBases();
        WriteOffsets();
        _chunkCount = 0;
    }

    private void WriteDocBases()
    {
        var counts = _docCounts.AsSpan(0, _chunkCount);
        // Lucene's average, in its arithmetic: half up, in single precision; the last chunk, seldom full, stays out.
        var beforeLast = 0;
        foreach (var count in counts[..^1]) beforeLast += count;
        var average = _chunkCount == 1 ? 0 : (int)MathF.Floor((float)beforeLast / (_chunkCount - 1) + 0.5f);
        _output.WriteVInt(_docBase);
        _output.WriteVInt(average);
        var docsBefore = 0;
        for (var i = 0; i < _chunkCount; i++)
        {
            _deltas[i] = ZigZag(docsBefore - average * i);
            docsBefore += counts[i];
        }

        WritePacked();
        _docBase += docsBefore;
    }

    private void WriteOffsets()
    {
        var first = _offsets[0];
        var average = _chunkCount == 1 ? 0 : (_offsets[_chunkCount - 1] - first) / (_chunkCount - 1);
        _output.WriteVLong(first);
        _output.WriteVLong(average);
        for (var i = 0; i < _chunkCount; i++) _deltas[i] = ZigZag(_offsets[i] - first - average * i);
        WritePacked();
    }

    private void WritePacked()
    {
        var deltas = _deltas.AsSpan(0, _chunkCount);
        var all = 0L;
        foreach (var delta in deltas) all |= delta;
        var bits = PackedBits.BitsRequired((ulong)all);
        var run = _packed.AsSpan(0, (int)PackedBits.ByteCount(_chunkCount, bits));
        run.Clear();
        PackedBits.Encode(deltas, bits, run);
        _output.WriteVInt(bits);
        _output.WriteBytes(run);
    }

    private static long ZigZag(long value) => value << 1 ^ value >> 63;
}
