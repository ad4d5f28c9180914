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

    private static long[] RandomValues(Random random, int bitsPerValue) =>
        [.. Enumerable.Range(0, 128).Select(_ => random.NextInt64(1L << bitsPerValue))];
}
