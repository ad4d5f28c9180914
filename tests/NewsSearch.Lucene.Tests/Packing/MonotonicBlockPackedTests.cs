using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Tests.Packing;

/// <summary>A monotonic block holds any ascending integers; on a straight line they take no bits at all.</summary>
public sealed class MonotonicBlockPackedTests
{
    [Theory]
    [InlineData(new long[] { 7 }, "07 00 00 00 00 00")]
    [InlineData(new long[] { 0, 10, 20, 30 }, "00 41 20 00 00 00")]           // slope 10
    [InlineData(new long[] { 0, 1, 9, 9 }, "00 40 40 00 00 03 0F 00")]        // slope 3: 0, -2, 3, 0 as 0, 3, 6, 0
    public void Blocks_have_the_bytes_worked_out_by_hand(long[] values, string hex)
    {
        var bytes = Encode(values);
        Assert.Equal(hex.Replace(" ", "", StringComparison.Ordinal), Convert.ToHexString(bytes));
        Assert.Equal(values, Decode(bytes, values.Length));
    }

    [Fact]
    public void Random_ascending_blocks_come_back()
    {
        var random = new Random(2);
        for (var round = 0; round < 2000; round++)
        {
            var values = new long[1 + random.Next(300)];
            var step = 1L << random.Next(50);
            var value = random.NextInt64(1L << random.Next(60));
            for (var i = 0; i < values.Length; i++) values[i] = value += random.NextInt64(step);
            Assert.Equal(values, Decode(Encode(values), values.Length));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("00 00 00 00 00")]                             // no width
    [InlineData("00 00 00 00 00 41")]                          // 65 bits
    [InlineData("00 7F C0 00 00 00")]                          // the slope is not a number
    [InlineData("80 80 80 80 80 80 80 80 80 00 00 00 00 00")]  // ten bytes of a minimum
    public void What_is_no_header_is_refused(string hex)
    {
        Assert.False(MonotonicBlockPacked.TryReadHeader(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), out _));
    }

    private static byte[] Encode(long[] values)
    {
        var bytes = new byte[MonotonicBlockPacked.MaxByteCount(values.Length)];
        return bytes[..MonotonicBlockPacked.Encode([.. values], bytes)];
    }

    private static long[] Decode(byte[] bytes, int count)
    {
        Assert.True(MonotonicBlockPacked.TryReadHeader(bytes, out var header));
        var run = bytes.AsSpan(header.Length);
        Assert.Equal(PackedBits.ByteCount(count, header.BitsPerValue), run.Length);
        var values = new long[count];
        for (var i = 0; i < count; i++) values[i] = header.Expected(i) + ZigZag.Decode(PackedBits.Get(run, i, header.BitsPerValue));
        return values;
    }
}
