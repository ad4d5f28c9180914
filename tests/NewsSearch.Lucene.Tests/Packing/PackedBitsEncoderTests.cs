using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Tests.Packing;

/// <summary>The encoder that writes words does what the plain one does, for every width and around every border.</summary>
public sealed class PackedBitsEncoderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(257)]
    public void It_writes_the_bytes_of_the_plain_encoder_at_every_width(int count)
    {
        var random = new Random(count);
        for (var bitsPerValue = 1; bitsPerValue <= 64; bitsPerValue++)
        {
            var values = new long[count];
            for (var i = 0; i < count; i++) values[i] = random.NextInt64(long.MinValue, long.MaxValue) & (long)(ulong.MaxValue >> (64 - bitsPerValue));
            var length = (int)PackedBits.ByteCount(count, bitsPerValue);
            var plain = new byte[length];
            PackedBits.Encode(values, bitsPerValue, plain);
            var run = new byte[length];
            Random.Shared.NextBytes(run);

            Assert.Equal(length, PackedBitsEncoder.Encode(values, 0, bitsPerValue, run));
            Assert.Equal(plain, run);
            if (bitsPerValue > 32) continue;
            Random.Shared.NextBytes(run);
            Assert.Equal(length, PackedBitsEncoder.Encode([.. values.Select(value => (int)value)], bitsPerValue, run));
            Assert.Equal(plain, run);
        }
    }

    [Fact]
    public void The_minimum_is_taken_off_every_value()
    {
        var run = new byte[2];
        Assert.Equal(2, PackedBitsEncoder.Encode([-7, -4, 0, 8], -7, 4, run));
        Assert.Equal([0x03, 0x7F], run);
    }
}
