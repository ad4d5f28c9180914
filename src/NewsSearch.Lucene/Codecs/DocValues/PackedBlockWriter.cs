using System.Buffers;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>Collects integers into blocks and writes each block when it is full.</summary>
/// <param name="output">Where the blocks go.</param>
/// <param name="isMonotonic">Writes monotonic blocks for an ascending sequence, instead of plain ones.</param>
internal sealed class PackedBlockWriter(IndexOutput output, bool isMonotonic) : IDisposable
{
    private readonly long[] _values = ArrayPool<long>.Shared.Rent(DocValuesFormat.BlockSize);
    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(
        Math.Max(BlockPacked.MaxByteCount(DocValuesFormat.BlockSize), MonotonicBlockPacked.MaxByteCount(DocValuesFormat.BlockSize)));
    private int _count;

    public void Add(long value)
    {
        if (_count == DocValuesFormat.BlockSize) Flush();
        _values[_count++] = value;
    }

    /// <summary>Writes what is left.</summary>
    public void Finish()
    {
        if (_count > 0) Flush();
    }

    public void Dispose()
    {
        ArrayPool<long>.Shared.Return(_values);
        ArrayPool<byte>.Shared.Return(_bytes);
    }

    private void Flush()
    {
        var values = _values.AsSpan(0, _count);
        var length = isMonotonic ? MonotonicBlockPacked.Encode(values, _bytes) : BlockPacked.Encode(values, _bytes);
        output.WriteBytes(_bytes.AsSpan(0, length));
        _count = 0;
    }
}
