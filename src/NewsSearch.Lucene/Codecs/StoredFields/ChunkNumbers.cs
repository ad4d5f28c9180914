using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Codecs.StoredFields;

/// <summary>One number for each document of a chunk: all equal, or packed.</summary>
internal readonly ref struct ChunkNumbers
{
    private readonly ReadOnlySpan<byte> _run;
    private readonly int _bits;
    private readonly long _common;

    private ChunkNumbers(ReadOnlySpan<byte> run, int bits, long common)
    {
        _run = run;
        _bits = bits;
        _common = common;
    }

    public long this[int index] => _bits == 0 ? _common : (long)PackedBits.Get(_run, index, _bits);

    public static ChunkNumbers Read(ref ByteCursor cursor, int count, string what)
    {
        var bits = count == 1 ? 0 : (int)cursor.ReadNumber("as the width of packed numbers", 31);
        if (bits == 0) return new ChunkNumbers([], 0, cursor.ReadNumber(what, int.MaxValue));
        var length = PackedBits.ByteCount(count, bits);
        if (length > cursor.Remaining) cursor.Corrupt($"{cursor.Remaining} bytes left", $"{length} bytes of packed numbers {what}");
        return new ChunkNumbers(cursor.ReadSpan((int)length), bits, 0);
    }

    /// <summary>The sum of the first <paramref name="count"/> numbers.</summary>
    public long Sum(int count)
    {
        if (_bits == 0) return _common * count;
        var sum = 0L;
        for (var i = 0; i < count; i++) sum += this[i];
        return sum;
    }
}
