using System.Text;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.StoredFields;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Codecs.StoredFields;

/// <summary>
/// 1. Every value of every document comes back, whatever the sizes: around the borders of a chunk, of a block of the
/// index, and of slices. 2. Only wanted fields are returned. 3. Reading is safe for several threads.
/// </summary>
public sealed class StoredFieldsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    public void As_many_documents_come_back_as_were_stored(int count)
    {
        using var segment = StoredSegment.Write([.. Enumerable.Range(0, count).Select(i => StoredSegment.Document(Field.Stored("number", StoredValue.Of(i))))]);
        for (var i = 0; i < count; i++) Assert.Equal(i, Assert.Single(segment.Reader.Read(i)).Value.AsInt64());
        Assert.Throws<ArgumentOutOfRangeException>(() => segment.Reader.Read(count));
        Assert.Throws<ArgumentOutOfRangeException>(() => segment.Reader.Read(-1));
    }

    [Fact]
    public void Documents_of_all_sizes_in_all_orders_come_back()
    {
        var random = new Random(8);
        var sizes = new[] { 0, 1, 100, 16_370, 16_380, 16_384, 16_390, 32_750, 32_760, 32_768, 32_780, 50_000 };
        var documents = Enumerable.Range(0, 600).Select(_ => SomeDocument(random, sizes[random.Next(sizes.Length)])).ToArray();
        using var segment = StoredSegment.Write(documents);
        segment.AssertHolds(documents);
    }

    [Fact]
    public void More_chunks_than_a_block_of_the_index_holds_come_back()
    {
        var random = new Random(9);
        // One chunk each, of uneven lengths, and then full ones.
        var documents = Enumerable.Range(0, 2100).Select(i => SomeDocument(random, 16_384 + random.Next(3) * 700))
            .Concat(Enumerable.Range(0, 300).Select(i => SomeDocument(random, 5))).ToArray();
        using var segment = StoredSegment.Write(documents);
        foreach (var docId in (int[])[0, 1, 1022, 1023, 1024, 1025, 2047, 2048, 2099, 2100, 2227, 2228, 2399]) segment.AssertHolds(docId, documents[docId]);
    }

    [Fact]
    public void A_text_of_a_megabyte_between_small_documents_comes_back()
    {
        var random = new Random(10);
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(_ => (char)random.Next(0x4E00, 0x9FA5)).SelectMany(c => new[] { c, '新', '闻', '。' }));
        Document[] documents = [SomeDocument(random, 10), [Field.Stored("body", StoredValue.Of(text)), Field.Stored("id", StoredValue.Of("large"))], SomeDocument(random, 10)];
        using var segment = StoredSegment.Write(documents);
        segment.AssertHolds(documents);
        Assert.Equal("large", Assert.Single(segment.Reader.Read(1, new HashSet<string> { "id" })).Value.AsText());
    }

    [Fact]
    public void Every_kind_of_value_comes_back()
    {
        Document document =
        [
            Field.Stored("text", StoredValue.Of("")),
            Field.Stored("text", StoredValue.Of("a𝄞新闻")),
            Field.Stored("bytes", StoredValue.Of(Array.Empty<byte>())),
            Field.Stored("bytes", StoredValue.Of([0, 255, 128])),
            .. ((int[])[0, 1, -1, int.MinValue, int.MaxValue]).Select(value => Field.Stored("int", StoredValue.Of(value))),
            .. ((long[])[0, 1, -1, long.MinValue, long.MaxValue]).Select(value => Field.Stored("long", StoredValue.Of(value))),
            .. ((float[])[0, -0f, 1.5f, float.NaN, float.MinValue, float.PositiveInfinity]).Select(value => Field.Stored("float", StoredValue.Of(value))),
            .. ((double[])[0, -0d, 1.5, double.NaN, double.MaxValue, double.NegativeInfinity]).Select(value => Field.Stored("double", StoredValue.Of(value))),
        ];
        using var segment = StoredSegment.Write(document);
        segment.AssertHolds(0, document);
    }

    [Fact]
    public void Surrogates_without_their_partner_become_the_replacement_character()
    {
        using var segment = StoredSegment.Write([Field.Stored("text", StoredValue.Of("a\uD83D")), Field.Stored("text", StoredValue.Of("\uDE00b\uD83D\uDE00"))]);
        Assert.Equal(["a\uFFFD", "\uFFFDb😀"], segment.Reader.Read(0).Texts("text"));
    }

    [Fact]
    public void Only_wanted_fields_come_back_in_their_order()
    {
        Document document =
        [
            Field.Stored("a", StoredValue.Of("1")), Field.Stored("b", StoredValue.Of(2)), Field.Stored("c", StoredValue.Of(3L)),
            Field.Stored("d", StoredValue.Of(4f)), Field.Stored("e", StoredValue.Of(5d)), Field.Stored("f", StoredValue.Of([6])), Field.Stored("a", StoredValue.Of("7")),
        ];
        using var segment = StoredSegment.Write(document);
        Assert.Equal(["1", "7"], segment.Reader.Read(0, new HashSet<string> { "a" }).Select(field => field.Value.AsText()));
        Assert.Equal(["c", "f"], segment.Reader.Read(0, new HashSet<string> { "f", "c", "unknown" }).Select(field => field.Name));
        Assert.Empty(segment.Reader.Read(0, new HashSet<string>()));
        Assert.Empty(segment.Reader.Read(0, new HashSet<string> { "unknown" }));
    }

    [Fact]
    public void Fields_that_are_not_wanted_cost_no_memory()
    {
        var text = new string('x', 30_000);
        using var segment = StoredSegment.Write([Field.Stored("body", StoredValue.Of(text)), Field.Stored("id", StoredValue.Of("7"))]);
        var wanted = new HashSet<string> { "id" };
        segment.Reader.Read(0, wanted);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) segment.Reader.Read(0, wanted);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 * 400);
    }

    [Fact]
    public void Several_threads_read_at_once()
    {
        var random = new Random(11);
        var documents = Enumerable.Range(0, 400).Select(_ => SomeDocument(random, random.Next(3000))).ToArray();
        using var segment = StoredSegment.Write(documents);
        Parallel.For(0, 4000, i => segment.AssertHolds(i % documents.Length, documents[i % documents.Length]));
    }

    [Fact]
    public void Files_of_Lucene_4_6_without_checksums_are_read()
    {
        var documents = Enumerable.Range(0, 300).Select(i => StoredSegment.Document(Field.Stored("text", StoredValue.Of(new string('x', i * 100))))).ToArray();
        using var segment = StoredSegment.Write(documents);
        var data = segment.Directory.ReadFile("_0.fdt")[..^16];
        data[32] = 1;
        var index = segment.Directory.ReadFile("_0.fdx")[..^16];
        index[33] = 1;
        var lengthOfEnd = 1;
        while (index[^(lengthOfEnd + 1)] >= 0x80) lengthOfEnd++;
        segment.Directory.WriteFile("_0.fdt", data);
        segment.Directory.WriteFile("_0.fdx", index[..^lengthOfEnd]);
        using var opened = StoredSegment.Open(segment.Directory, documents.Length, segment.Fields);
        opened.AssertHolds(documents);
    }

    [Fact]
    public void The_writer_says_how_much_waits_in_memory()
    {
        using var directory = new MemoryDirectory();
        using var writer = new StoredFieldsWriter(new SegmentOutputs(directory, "_0", 0));
        Assert.Equal(0, writer.BufferedBytes);
        writer.StartDocument();
        writer.Add(new("text", 0), StoredValue.Of(new string('x', 1000)));
        writer.FinishDocument();
        Assert.InRange(writer.BufferedBytes, 1000, 1010);
    }

    [Fact]
    public void The_examples_of_the_format_page_are_what_is_written_and_read()
    {
        Document first = [Field.Stored("text", StoredValue.Of("abc")), Field.Stored("number", StoredValue.Of(7))];
        using var segment = StoredSegment.Write(first, []);
        Assert.Equal(Convert.ToHexString(FormatExample.ReadNamed("_0.fdt", "Codecs", "StoredFields")), Convert.ToHexString(segment.Directory.ReadFile("_0.fdt")));
        Assert.Equal(Convert.ToHexString(FormatExample.ReadNamed("_0.fdx", "Codecs", "StoredFields")), Convert.ToHexString(segment.Directory.ReadFile("_0.fdx")));
        segment.AssertHolds([first, []]);
    }

    private static Document SomeDocument(Random random, int size)
    {
        if (size == 0) return [];
        var text = new StringBuilder();
        while (text.Length < size) text.Append("the quick brown fox "[random.Next(20)..]);
        text.Length = size;
        return [Field.Stored("body", StoredValue.Of(text.ToString())), Field.Stored("number", StoredValue.Of(random.Next()))];
    }
}
