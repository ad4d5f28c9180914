using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Tests.Packing;

/// <summary>A block holds any integers; its header is as short as it can be, and nothing else is taken for one.</summary>
public sealed class BlockPackedTests
{
    public static TheoryData<long[], string> Blocks => new()
    {
        { [5], "00 09" },                                                                    // no bits; zig-zag of 5 is 10, less 1
        { [0, 0, 0], "01" },                                                                 // no bits, minimum 0
        { [-1], "00 00" },                                                                   // zig-zag of -1 is 1, less 1
        { [1, 2, 3], "05 6C" },                                                              // the two bits reach down to 0 as well
        { [100, 101], "02 C7 01 40" },                                                       // zig-zag of 100 is 200, less 1
        { [long.MinValue], "00 FE FF FF FF FF FF FF FF FF" },                                // the ninth byte has eight bits
        { [long.MinValue, long.MaxValue], "81 80 00 00 00 00 00 00 00 7F FF FF FF FF FF FF FF" },
    };

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Blocks_have_the_bytes_worked_out_by_hand(long[] values, string hex)
    {
        var bytes = Encode(values);
        Assert.Equal(hex, Convert.ToHexString(bytes).Chunk(2).Select(pair => new string(pair)).Aggregate((left, right) => $"{left} {right}"));
        Assert.Equal(values, Decode(bytes, values.Length));
    }

    [Fact]
    public void Random_blocks_of_every_width_come_back()
    {
        var random = new Random(1);
        for (var round = 0; round < 2000; round++)
        {
            var shift = random.Next(64);
            var values = new long[1 + random.Next(300)];
            var offset = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
            for (var i = 0; i < values.Length; i++) values[i] = offset + (random.NextInt64(long.MinValue, long.MaxValue) >> shift);
            Assert.Equal(values, Decode(Encode(values), values.Length));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("82")]       // 65 bits
    [InlineData("00")]       // the minimum is missing
    [InlineData("02 80 80")] // the minimum is cut off
    public void What_is_no_header_is_refused(string hex)
    {
        Assert.False(BlockPacked.TryReadHeader(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), out _));
    }

    [Theory]
    [InlineData(32, false)]
    [InlineData(64, true)]
    [InlineData(100, false)]
    [InlineData(16384, true)]
    [InlineData(1 << 27, true)]
    [InlineData(1 << 28, false)]
    [InlineData(int.MinValue, false)]
    public void Block_sizes_are_powers_of_two_from_64_to_2_to_the_27(int blockSize, bool isBlockSize)
    {
        Assert.Equal(isBlockSize, BlockPacked.IsBlockSize(blockSize));
    }

    private static byte[] Encode(long[] values)
    {
        var bytes = new byte[BlockPacked.MaxByteCount(values.Length)];
        return bytes[..BlockPacked.Encode(values, bytes)];
    }

    private static long[] Decode(byte[] bytes, int count)
    {
        Assert.True(BlockPacked.TryReadHeader(bytes, out var header));
        var run = bytes.AsSpan(header.Length);
        Assert.Equal(PackedBits.ByteCount(count, header.BitsPerValue), run.Length);
        var values = new long[count];
        PackedBits.Decode(run, header.BitsPerValue, values);
        for (var i = 0; i < count; i++) values[i] += header.Minimum;
        return values;
    }
}
