using NewsSearch.Lucene.Indexing;

namespace NewsSearch.Lucene.Tests.Indexing;

public sealed class OccurrenceStreamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(100_000)]
    public void Numbers_come_back_in_order_across_pieces_and_blocks(int count)
    {
        const int seed = 20260522;
        var random = new Random(seed);
        var numbers = Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64() >> random.Next(64)).ToArray();
        using var arena = new ByteArena();
        var stream = default(OccurrenceStream);
        stream.Start(arena);
        var other = default(OccurrenceStream);
        other.Start(arena);
        foreach (var number in numbers)
        {
            stream.WriteVLong(arena, number);
            other.WriteVLong(arena, ~number);
        }

        var reader = stream.Read(arena);
        foreach (var number in numbers) Assert.Equal(number, reader.ReadVLong());
        Assert.True(reader.IsAtEnd);
    }
}
