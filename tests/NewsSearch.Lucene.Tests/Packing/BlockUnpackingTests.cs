using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Tests.Packing;

/// <summary>The fast way of unpacking gives what the plain way gives.</summary>
public sealed class BlockUnpackingTests
{
    public static TheoryData<int> Widths => [.. Enumerable.Range(1, 32)];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Unpacks_as_the_plain_way_does_with_any_bytes_after_the_run(int bitsPerValue)
    {
        var random = new Random(bitsPerValue);
        for (var slack = 0; slack <= BlockUnpacking.Slack + 1; slack++)
        {
            var values = RandomValues(random, bitsPerValue);
            var run = new byte[PackedBits.ByteCount(values.Length, bitsPerValue) + slack];
            PackedBits.Encode(values, bitsPerValue, run);
            random.NextBytes(run.AsSpan(run.Length - slack));
            var unpacked = new int[values.Length];
            BlockUnpacking.Decode(run, bitsPerValue, unpacked);
            Assert.Equal(values, unpacked.Select(value => (long)(uint)value));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(21)]
    [InlineData(32)]
    public void Words_of_whole_numbers_come_back(int bitsPerValue)
    {
        var values = RandomValues(new Random(bitsPerValue), bitsPerValue).Select(value => (int)value).ToArray();
        var perWord = 64 / bitsPerValue;
        var run = new byte[(values.Length + perWord - 1) / perWord * 8];
        BlockUnpacking.EncodeSingleBlock(values, bitsPerValue, run);
        var unpacked = new int[values.Length];
        BlockUnpacking.DecodeSingleBlock(run, bitsPerValue, unpacked);
        Assert.Equal(values, unpacked);
    }

    [Fact]
    public void The_first_number_of_a_word_is_in_its_lowest_bits()
    {
        var run = new byte[8];
        BlockUnpacking.EncodeSingleBlock([1, 2, 3], 4, run);
        Assert.Equal("0000000000000321", Convert.ToHexString(run));
    }

    private static long[] RandomValues(Random random, int bitsPerValue) =>
        [.. Enumerable.Range(0, 128).Select(_ => random.NextInt64(1L << bitsPerValue))];
}
