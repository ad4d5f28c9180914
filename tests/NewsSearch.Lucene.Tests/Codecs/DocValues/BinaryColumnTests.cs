using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Tests.Codecs.DocValues;

/// <summary>Byte strings of every length come back, and an empty one is not a missing one.</summary>
public sealed class BinaryColumnTests
{
    public static TheoryData<int> DocCounts => [0, 1, 127, 128, 129, 255, 256, 257, 16383, 16384, 16385];

    [Theory]
    [MemberData(nameof(DocCounts))]
    public void Values_of_one_length_come_back(int docCount) => AssertRoundTrip([.. Values(docCount, (random, _) => Bytes(random, 8))]);

    [Theory]
    [MemberData(nameof(DocCounts))]
    public void Values_of_any_length_come_back(int docCount) => AssertRoundTrip([.. Values(docCount, (random, i) => Bytes(random, i % 5 == 0 ? 0 : random.Next(40)))]);

    [Theory]
    [MemberData(nameof(DocCounts))]
    public void Missing_values_come_back_as_missing(int docCount) => AssertRoundTrip([.. Values(docCount, (random, i) => i % 3 == 0 ? null : Bytes(random, random.Next(4)))]);

    [Fact]
    public void A_long_value_comes_back() => AssertRoundTrip([[1], Bytes(new Random(5), 300_000), [], null, [2]]);

    [Fact]
    public void A_column_without_any_value_comes_back() => AssertRoundTrip([null, null, null]);

    [Fact]
    public void A_column_of_empty_values_comes_back() => AssertRoundTrip([[], [], []]);

    private static void AssertRoundTrip(byte[]?[] values)
    {
        var field = Columns.Field(1, DocValuesType.Binary);
        using var columns = new Columns(values.Length, field).Write(writer => writer.AddBinary(field, values));
        var reader = columns.Open();
        var column = reader.Binary(field);
        var docs = reader.DocsWithField(field);

        for (var docId = 0; docId < values.Length; docId++)
        {
            Assert.True((values[docId] ?? []).AsSpan().SequenceEqual(column.Get(docId)));
            Assert.Equal(values[docId] is not null, docs is null || docs[docId]);
        }

        Assert.Equal(values.All(value => value is not null), docs is null);
    }

    private static IEnumerable<byte[]?> Values(int count, Func<Random, int, byte[]?> next)
    {
        var random = new Random(count);
        return Enumerable.Range(0, count).Select(i => next(random, i));
    }

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
