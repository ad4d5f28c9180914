using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Tests.Packing;

/// <summary>Values stand in words of 64 bits from the lowest bits up, and none crosses two words.</summary>
public sealed class PackedSingleBlockTests
{
    [Fact]
    public void Three_values_of_21_bits_fill_a_word_and_the_fourth_starts_another()
    {
        // Word 1: 3 << 42 | 2 << 21 | 1; word 2: 4.
        var run = Convert.FromHexString("00000C0000400001" + "0000000000000004");
        Assert.Equal(run.Length, PackedSingleBlock.ByteCount(4, 21));
        Assert.Equal(new ulong[] { 1, 2, 3, 4 }, Enumerable.Range(0, 4).Select(i => PackedSingleBlock.Get(run, i, 21)));
    }

    [Fact]
    public void The_widths_are_those_that_waste_less_than_the_next_wider_one()
    {
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 21, 32], Enumerable.Range(-1, 70).Where(PackedSingleBlock.IsSupported));
    }

    [Fact]
    public void Runs_of_every_width_come_back_whole_and_one_by_one()
    {
        foreach (var width in Enumerable.Range(1, 32).Where(PackedSingleBlock.IsSupported))
        {
            var random = new Random(width);
            int[] values = [.. Enumerable.Range(0, 128).Select(_ => (int)random.NextInt64(1L << width))];
            var run = new byte[PackedSingleBlock.ByteCount(values.Length, width)];
            PackedSingleBlock.Encode(values, width, run);
            var decoded = new int[values.Length];
            PackedSingleBlock.Decode(run, width, decoded);
            Assert.Equal(values, decoded);
            Assert.Equal(values, Enumerable.Range(0, values.Length).Select(i => (int)PackedSingleBlock.Get(run, i, width)));
        }
    }
}
