using System.Text;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Tests.Codecs.DocValues;

/// <summary>
/// 1. Every document's ordinal and every value come back, in any order of asking. 2. Looking up a value finds it, and
/// the place of one that is not there. 3. So do sets of values.
/// </summary>
public sealed class SortedColumnTests
{
    public static TheoryData<int> ValueCounts => [1, 2, 15, 16, 17, 31, 32, 33, 255, 256, 257, 5000];

    [Theory]
    [MemberData(nameof(ValueCounts))]
    public void Values_of_any_length_come_back(int valueCount) => AssertSorted(Terms(valueCount, i => new string('中', i % 4) + i), docCount: valueCount + 300);

    [Theory]
    [MemberData(nameof(ValueCounts))]
    public void Values_of_one_length_come_back(int valueCount) => AssertSorted(Terms(valueCount, i => $"{i:00000000}"), docCount: valueCount + 300);

    [Fact]
    public void The_empty_value_comes_first() => AssertSorted([[], [0], [0, 0], [255]], docCount: 9);

    [Fact]
    public void The_only_value_may_be_empty() => AssertSorted([[]], docCount: 2);

    [Fact]
    public void A_column_may_lose_all_its_values()
    {
        var field = Columns.Field(0, DocValuesType.Sorted);
        using var columns = new Columns(2, field).Write(writer => writer.AddSorted(field, [], [-1, -1]));
        var reader = columns.Open();

        Assert.Equal(0, reader.Sorted(field).ValueCount);
        Assert.Equal(-1, reader.Sorted(field).Ord(1));
        Assert.Equal(-1, reader.Sorted(field).LookupTerm("x"u8));
        Assert.Equal(0, reader.DocsWithField(field)!.Count());
    }

    [Fact]
    public void Values_out_of_order_are_refused()
    {
        var field = Columns.Field(0, DocValuesType.Sorted);
        using var columns = new Columns(1, field);
        columns.Write(writer => Assert.Throws<ArgumentException>(() => writer.AddSorted(field, ["bb"u8.ToArray(), "a"u8.ToArray()], [0])));
    }

    [Theory]
    [MemberData(nameof(ValueCounts))]
    public void Sets_of_values_come_back(int valueCount)
    {
        var random = new Random(valueCount);
        AssertSets(Terms(valueCount, i => "类" + i), [.. Enumerable.Range(0, 2 * valueCount + 40).Select(_ => RandomSet(random, valueCount, 6))]);
    }

    [Fact]
    public void A_document_may_have_every_value() => AssertSets(Terms(3000, i => $"{i}"), [[], [.. Enumerable.Range(0, 3000)], [], [7]]);

    [Fact]
    public void Sets_of_one_value_are_stored_as_a_sorted_column()
    {
        AssertSets(Terms(20, i => $"t{i}"), [.. Enumerable.Range(0, 50).Select(i => i % 3 == 0 ? Array.Empty<int>() : [i % 20])]);
        AssertSets(Terms(20, i => $"t{i}"), [.. Enumerable.Range(0, 20).Select(i => new[] { i })]);
    }

    private static void AssertSorted(byte[][] terms, int docCount)
    {
        var random = new Random(terms.Length);
        var ords = Enumerable.Range(0, docCount).Select(docId => docId < terms.Length ? docId : random.Next(-1, terms.Length)).ToArray();
        var field = Columns.Field(2, DocValuesType.Sorted);
        using var columns = new Columns(docCount, field).Write(writer => writer.AddSorted(field, terms, ords));
        var reader = columns.Open();
        var column = reader.Sorted(field);

        Assert.Equal(terms.Length, column.ValueCount);
        Assert.Equal(ords, Enumerable.Range(0, docCount).Select(column.Ord));
        AssertDictionary(terms, ord => column.Lookup((int)ord).ToArray(), term => column.LookupTerm(term));
        var docs = reader.DocsWithField(field);
        Assert.Equal(ords.Select(ord => ord >= 0), Enumerable.Range(0, docCount).Select(docId => docs is null || docs[docId]));
    }

    private static void AssertSets(byte[][] terms, int[][] sets)
    {
        var field = Columns.Field(2, DocValuesType.SortedSet);
        using var columns = new Columns(sets.Length, field).Write(writer =>
            writer.AddSortedSet(field, terms, sets.Select(set => set.Length).ToArray(), sets.SelectMany(set => set).ToArray()));
        var reader = columns.Open();
        var column = reader.SortedSet(field);

        Assert.Equal(terms.Length, column.ValueCount);
        for (var docId = sets.Length - 1; docId >= 0; docId--) Assert.Equal(sets[docId], OrdsOf(column, docId));
        AssertDictionary(terms, ord => column.Lookup(ord).ToArray(), term => column.LookupTerm(term));
        var docs = reader.DocsWithField(field);
        Assert.Equal(sets.Select(set => set.Length > 0), Enumerable.Range(0, sets.Length).Select(docId => docs is null || docs[docId]));
    }

    private static void AssertDictionary(byte[][] terms, Func<long, byte[]> lookup, Func<byte[], long> find)
    {
        for (var ord = 0; ord < terms.Length; ord++) Assert.Equal(terms[ord], lookup(ord));
        for (var ord = terms.Length - 1; ord >= 0; ord -= 7) Assert.Equal(terms[ord], lookup(ord));
        for (var ord = 0; ord < terms.Length; ord++)
        {
            Assert.Equal(ord, find(terms[ord]));
            // Nothing stands between a value and itself with a zero byte appended, unless that is the next value.
            byte[] after = [.. terms[ord], 0];
            if (ord + 1 == terms.Length || !terms[ord + 1].AsSpan().SequenceEqual(after)) Assert.Equal(-(ord + 1) - 1, find(after));
        }

        if (terms[0].Length > 0) Assert.Equal(-1, find([]));
    }

    private static List<int> OrdsOf(SortedSetDocValues column, int docId)
    {
        var ords = new List<int>();
        column.SetDocument(docId);
        for (var ord = column.NextOrd(); ord >= 0; ord = column.NextOrd()) ords.Add((int)ord);
        Assert.Equal(-1, column.NextOrd());
        return ords;
    }

    private static int[] RandomSet(Random random, int valueCount, int most) =>
        [.. Enumerable.Range(0, random.Next(most)).Select(_ => random.Next(valueCount)).Distinct().Order()];

    private static byte[][] Terms(int count, Func<int, string> term)
    {
        var terms = Enumerable.Range(0, count).Select(i => Encoding.UTF8.GetBytes(term(i))).ToArray();
        Array.Sort(terms, (left, right) => left.AsSpan().SequenceCompareTo(right));
        return terms;
    }
}
