using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.TermVectors;

/// <summary>Reads runs of <see cref="BlockPacked"/> front to back, one after the other, with memory for one block.</summary>
/// <param name="input">At the first block; stands behind a run when its last value has been read.</param>
internal sealed class BlockPackedCursor(IndexInput input)
{
    private const int BlockSize = TermVectorsFormat.BlockSize;

    private readonly long[] _block = new long[BlockSize];
    private long _left;
    private int _at;
    private int _count;

    /// <summary>Begins a run of that many values. The one before must have been read to its end.</summary>
    /// <param name="what">What the values are, for error messages.</param>
    public void Start(long count, string what)
    {
        // Each block takes at least a byte: so a count that lies neither costs memory nor keeps a loop busy.
        if (count < 0 || (count + BlockSize - 1) / BlockSize > input.Remaining) input.Corrupt($"{count} {what}", $"at most {BlockSize} in each of the {input.Remaining} bytes left");
        _left = count;
        _at = _count = 0;
    }

    public long Next()
    {
        if (_at == _count) ReadBlock();
        return _block[_at++];
    }

    /// <summary>The next value, which counts or measures something.</summary>
    public int NextCount(string what, long maximum)
    {
        var value = Next();
        if (value < 0 || value > maximum) input.Corrupt($"{value} {what}", $"0 to {maximum}");
        return (int)value;
    }

    public void Skip(long count)
    {
        for (var i = 0L; i < count; i++) Next();
    }

    private void ReadBlock()
    {
        var offset = input.Position;
        if (!BlockPacked.TryReadHeader(input.Span(offset, (int)Math.Min(BlockPacked.MaxHeaderLength, input.Remaining)), out var header))
            input.Corrupt("no header of a block of packed integers", "at most 64 bits a value");
        input.Skip(header.Length);
        _count = (int)Math.Min(BlockSize, _left);
        _left -= _count;
        _at = 0;
        if (header.BitsPerValue == 0)
        {
            _block.AsSpan(0, _count).Fill(header.Minimum);
            return;
        }

        PackedBits.Decode(input.ReadSpan((int)PackedBits.ByteCount(_count, header.BitsPerValue)), header.BitsPerValue, _block.AsSpan(0, _count));
        for (var i = 0; i < _count; i++) _block[i] = unchecked(_block[i] + header.Minimum);
    }
}
