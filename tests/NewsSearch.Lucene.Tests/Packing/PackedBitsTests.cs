using FsCheck.Xunit;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Tests.Packing;

public sealed class PackedBitsTests
{
    [Fact]
    public void Values_of_every_width_and_count_come_back()
    {
        var random = new Random(1);
        foreach (var count in (int[])[0, 1, 2, 7, 8, 9, 127, 128, 129, 255, 256, 257])
            for (var bits = 1; bits <= 64; bits++)
            {
                var values = new long[count];
                for (var i = 0; i < count; i++) values[i] = random.NextInt64(long.MinValue, long.MaxValue) & (long)(ulong.MaxValue >> (64 - bits));
                var run = new byte[PackedBits.ByteCount(count, bits)];
                PackedBits.Encode(values, bits, run);
                var back = new long[count];
                PackedBits.Decode(run, bits, back);
                Assert.Equal(values, back);
            }
    }

    [Fact]
    public void Bits_stand_highest_first_without_gaps()
    {
        var run = new byte[3];
        PackedBits.Encode([1, 2, 3, 4], 5, run);
        Assert.Equal([0b00001_000, 0b10_00011_0, 0b0100_0000], run);
        Assert.Equal(3UL, PackedBits.Get(run, 2, 5));
    }

    [Property]
    public bool The_bits_required_hold_the_value_and_no_fewer_do(ulong value)
    {
        var bits = PackedBits.BitsRequired(value);
        return (bits == 64 || value >> bits == 0) && (bits == 1 || value >> (bits - 1) != 0);
    }
}
