using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Tests.Codecs.DocValues;

/// <summary>
/// 1. Every column of integers comes back, whatever its length. 2. The writer chooses the encoding that Lucene chooses.
/// 3. Documents without a value are told apart from those with 0.
/// </summary>
public sealed class NumericColumnTests
{
    public static TheoryData<int> DocCounts => [0, 1, 2, 63, 64, 65, 127, 128, 129, 255, 256, 257, 16383, 16384, 16385, 40000];

    [Theory]
    [MemberData(nameof(DocCounts))]
    public void Columns_of_every_kind_come_back(int docCount)
    {
        var random = new Random(docCount);
        foreach (var (name, next) in Generators(random))
        {
            var values = Enumerable.Range(0, docCount).Select(next).ToArray();
            var field = Columns.Field(3, DocValuesType.Numeric);
            using var columns = new Columns(docCount, field).Write(writer => writer.AddNumeric(field, values, null));
            var reader = columns.Open();
            var column = reader.Numeric(field);

            for (var docId = 0; docId < docCount; docId++)
                Assert.True(values[docId] == column.Get(docId), $"{name}, document {docId}: {column.Get(docId)}, not {values[docId]}");
            Assert.Null(reader.DocsWithField(field));
        }
    }

    [Theory]
    [InlineData(new long[] { 5, 5, 5 }, "Delta")]                                  // constant: no bits either way
    [InlineData(new long[] { 1, 2, 3, 4 }, "Delta")]
    [InlineData(new long[] { 0, 1000000, 1, 0 }, "Table")]                         // 2 bits instead of 20
    [InlineData(new long[] { long.MinValue, long.MaxValue }, "Table")]
    [InlineData(new long[] { long.MaxValue, long.MaxValue }, "Delta")]
    public void Few_values_get_the_shortest_encoding(long[] values, string expected)
    {
        Assert.Equal(expected, EncodingOf(values).ToString());
    }

    [Fact]
    public void More_than_256_distinct_values_with_a_common_divisor_are_divided()
    {
        Assert.Equal(NumericEncoding.Table, EncodingOf([.. Enumerable.Range(0, 256).Select(i => i * 86400L)]));
        Assert.Equal(NumericEncoding.Gcd, EncodingOf([.. Enumerable.Range(0, 257).Select(i => i * 86400L - 5)]));
        Assert.Equal(NumericEncoding.Delta, EncodingOf([.. Enumerable.Range(0, 257).Select(i => i * 86400L), 1]));
        Assert.Equal(NumericEncoding.Delta, EncodingOf([.. Enumerable.Range(0, 257).Select(i => i * 86400L), long.MaxValue]));
    }

    [Theory]
    [MemberData(nameof(DocCounts))]
    public void Documents_without_a_value_are_known(int docCount)
    {
        var docs = new BitSet(docCount);
        for (var docId = 0; docId < docCount; docId += 3) docs.Set(docId);
        var values = Enumerable.Range(0, docCount).Select(docId => docs[docId] && docId % 2 == 0 ? docId : 0L).ToArray();
        var field = Columns.Field(0, DocValuesType.Numeric);
        using var columns = new Columns(docCount, field).Write(writer => writer.AddNumeric(field, values, docs));
        var reader = columns.Open();
        var read = reader.DocsWithField(field);

        if (docCount <= 1) Assert.Null(read);
        else Assert.Equal(docs.Words.ToArray(), read!.Words.ToArray());
        Assert.Equal(values, Enumerable.Range(0, docCount).Select(reader.Numeric(field).Get));
    }

    [Fact]
    public void Wrong_lengths_and_a_second_column_are_refused()
    {
        var field = Columns.Field(4, DocValuesType.Numeric);
        using var columns = new Columns(2);
        columns.Write(writer =>
        {
            Assert.Throws<ArgumentException>(() => writer.AddNumeric(field, [1], null));
            Assert.Throws<ArgumentException>(() => writer.AddNumeric(field, [1, 2], new BitSet(3)));
            writer.AddNumeric(field, [1, 2], null);
            Assert.Throws<ArgumentException>(() => writer.AddNumeric(field, [1, 2], null));
        });
    }

    [Fact]
    public void Threads_share_a_column()
    {
        var values = Enumerable.Range(0, 50000).Select(i => i * (long)i).ToArray();
        var field = Columns.Field(0, DocValuesType.Numeric);
        using var columns = new Columns(values.Length, field).Write(writer => writer.AddNumeric(field, values, null));
        var reader = columns.Open();
        Parallel.For(0, 4, _ =>
        {
            var column = reader.Numeric(field);
            for (var docId = 0; docId < values.Length; docId++) Assert.True(values[docId] == column.Get(docId));
        });
    }

    private static NumericEncoding EncodingOf(long[] values)
    {
        var field = Columns.Field(0, DocValuesType.Numeric);
        using var columns = new Columns(values.Length, field).Write(writer => writer.AddNumeric(field, values, null));
        Assert.Equal(values, Enumerable.Range(0, values.Length).Select(columns.Open().Numeric(field).Get));
        var entry = CodecFile.HeaderLength(DocValuesFormat.MetadataCodec) + 1 /* field */ + 1 /* kind */;
        return (NumericEncoding)columns.Metadata[entry];
    }

    private static Dictionary<string, Func<int, long>> Generators(Random random) => new()
    {
        ["constant"] = _ => -42,
        ["zero"] = _ => 0,
        ["ascending"] = i => i,
        ["negative"] = i => -3L * i,
        ["days"] = i => 1_600_000_000_000 + 86_400_000L * (i * 7919 % 10007),
        ["table"] = i => i % 200 * 1_000_003L - 77,
        ["bytes"] = _ => random.Next(-128, 128),
        ["ints"] = _ => random.Next(),
        ["57 bits"] = _ => random.NextInt64(1L << 57),
        ["63 bits"] = _ => random.NextInt64(),
        ["64 bits"] = _ => random.NextInt64(long.MinValue, long.MaxValue),
        ["extremes"] = i => (i % 4) switch { 0 => long.MinValue, 1 => long.MaxValue, 2 => i, _ => -i },
        ["blocks of their own"] = i => i < 16384 ? i : long.MinValue + i,
    };
}
