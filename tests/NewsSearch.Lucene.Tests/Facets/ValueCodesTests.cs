using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Facets;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Facets;

/// <summary>
/// Counting by codes gives what counting ordinal by ordinal gives; a column gets codes when it has been counted as often as it is long; and columns
/// of too many values are counted without, just as right.
/// </summary>
public sealed class ValueCodesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(1000)]
    public void Counts_by_code_are_those_by_ordinal(int docCount)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            var sets = Enumerable.Range(0, docCount).Select(_ => RandomSet(random)).ToArray();
            int[] hits = [.. Enumerable.Range(0, docCount).Where(_ => random.Next(3) > 0)];
            var expected = new int[20];
            foreach (var ord in hits.SelectMany(docId => sets[docId])) expected[ord]++;

            var codes = ValueCodes.Of(new SetsInMemory(sets, 20), docCount)!;
            var counts = new int[codes.Count];
            codes.CountCodes(hits, counts);
            var actual = new int[20];
            codes.AddTo(counts, actual);

            Assert.True(expected.SequenceEqual(actual), $"seed {seed}");
        }
    }

    [Fact]
    public void Sets_that_need_more_than_two_bytes_of_codes_have_none()
    {
        // All pairs of 400 values: 80,000 sets.
        var sets = Enumerable.Range(0, 400).SelectMany(first => Enumerable.Range(first + 1, 400 - first - 1).Select(second => new[] { first, second })).ToArray();

        Assert.Null(ValueCodes.Of(new SetsInMemory(sets, 400), sets.Length));
        Assert.Null(ValueCodes.Of(new SetsInMemory([[3]], 1 << 16), 1));
        Assert.NotNull(ValueCodes.Of(new SetsInMemory([[3]], (1 << 16) - 1), 1));
    }

    [Fact]
    public void A_column_gets_codes_when_as_many_documents_were_counted_as_the_segment_has()
    {
        using var directory = new MemoryDirectory();
        Write(directory, 100, number => $"v{number % 7}");
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        var half = new TermQuery("half", "a");
        var column = CountedColumn.Of(reader.Segments[0], "value");

        var first = searcher.CountFacets(half, [new FacetRequest("value")])[0];
        Assert.Null(column.Codes);
        var second = searcher.CountFacets(half, [new FacetRequest("value")])[0];
        Assert.NotNull(column.Codes);
        var third = searcher.CountFacets(half, [new FacetRequest("value")])[0];

        Assert.Equal(50, first.Values.Sum(value => value.Count));
        Assert.Equal(first.Values, second.Values);
        Assert.Equal(first.Values, third.Values);
    }

    [Theory]
    [InlineData(65_536)]
    [InlineData(65_537)]
    public void Columns_around_the_limits_of_labels_and_codes_are_counted_right(int valueCount)
    {
        using var directory = new MemoryDirectory();
        Write(directory, valueCount, number => $"{number:D6}");
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);

        Assert.Equal(valueCount <= 65_536, ColumnLabels.Of(reader, "value") is not null);
        for (var round = 0; round < 3; round++)
        {
            var found = searcher.CountFacets(new TermQuery("half", "b"), [new FacetRequest("value", 3, FacetOrder.ValueDescending)])[0];
            Assert.Equal(valueCount / 2, found.ValueCount);
            Assert.Equal(LastOdd(valueCount), found.Values.Select(value => value.Label));
        }
    }

    private static string[] LastOdd(int valueCount) =>
        [.. Enumerable.Range(0, valueCount).Reverse().Where(number => number % 2 == 1).Take(3).Select(number => $"{number:D6}")];

    private static void Write(MemoryDirectory directory, int count, Func<int, string> value)
    {
        using var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer());
        for (var number = 0; number < count; number++)
            writer.Add(new Document { Field.Keyword("half", number % 2 == 0 ? "a" : "b"), Field.SortedColumn("value", value(number)) });
        writer.Commit();
    }

    private static int[] RandomSet(Random random) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(20)).Distinct().Order()];

    /// <summary>Sets of ordinals as they are.</summary>
    private sealed class SetsInMemory(int[][] sets, int valueCount) : SortedSetDocValues
    {
        private int[] _set = [];
        private int _next;

        public override long ValueCount => valueCount;

        public override void SetDocument(int docId) => (_set, _next) = (sets[docId], 0);

        public override long NextOrd() => _next < _set.Length ? _set[_next++] : -1;

        public override ReadOnlySpan<byte> Lookup(long ord) => throw new NotSupportedException();

        public override long LookupTerm(ReadOnlySpan<byte> term) => throw new NotSupportedException();
    }
}
