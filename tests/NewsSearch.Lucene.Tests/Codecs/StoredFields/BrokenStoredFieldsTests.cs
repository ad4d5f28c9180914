using NewsSearch.Lucene.Codecs.StoredFields;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Codecs.StoredFields;

/// <summary>Files that are broken or not ours end in a message with their name; memory and time stay bounded.</summary>
public sealed class BrokenStoredFieldsTests
{
    private static readonly Document[] Documents =
        [.. Enumerable.Range(0, 300).Select(i => StoredSegment.Document(Field.Stored("title", StoredValue.Of($"新闻 {i}")), Field.Stored("number", StoredValue.Of(i))))];

    [Theory]
    [InlineData("_0.fdt")]
    [InlineData("_0.fdx")]
    public void A_truncated_file_is_refused_at_opening_with_its_name(string file)
    {
        using var segment = StoredSegment.Write(Documents);
        var bytes = segment.Directory.ReadFile(file);
        for (var length = 0; length < bytes.Length; length++)
        {
            segment.Directory.WriteFile(file, bytes[..length]);
            var error = Assert.ThrowsAny<CorruptIndexException>(() => StoredSegment.Open(segment.Directory, Documents.Length, segment.Fields));
            Assert.Equal(file, error.File);
        }
    }

    [Theory]
    [InlineData("_0.fdt")]
    [InlineData("_0.fdx")]
    public void A_missing_file_is_named(string file)
    {
        using var segment = StoredSegment.Write(Documents);
        segment.Directory.DeleteFile(file);
        var error = Assert.Throws<CorruptIndexException>(() => StoredSegment.Open(segment.Directory, Documents.Length, segment.Fields));
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_0.fdt", 37)]
    [InlineData("_0.fdx", 38)]
    public void Changed_bytes_give_a_clear_error_or_other_values_but_never_end_otherwise(string file, int firstByte)
    {
        using var segment = StoredSegment.Write(Documents);
        var bytes = segment.Directory.ReadFile(file);
        var random = new Random(4715);
        for (var round = 0; round < 5_000; round++)
        {
            var broken = (byte[])bytes.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--) broken[random.Next(firstByte, broken.Length - 16)] = (byte)random.Next(256);
            segment.Directory.WriteFile(file, broken);
            using var opened = StoredSegment.Open(segment.Directory, Documents.Length, segment.Fields);
            var error = Record.Exception(() => opened.Reader.Read(random.Next(Documents.Length)));
            Assert.True(error is null or CorruptIndexException, $"Round {round}: {error}");
        }
    }

    [Fact]
    public void A_length_that_lies_takes_no_memory()
    {
        using var segment = StoredSegment.Write([Field.Stored("text", StoredValue.Of("abc"))]);
        var bytes = segment.Directory.ReadFile("_0.fdt");
        // One document of one field, which says that it is 2^31 - 1 bytes long.
        var start = 37 + 2;
        Assert.Equal([1, 5], bytes[start..(start + 2)]);
        byte[] broken = [.. bytes[..(start + 1)], 0xFF, 0xFF, 0xFF, 0xFF, 0x07, .. bytes[(start + 6)..]];
        segment.Directory.WriteFile("_0.fdt", broken);
        using var opened = StoredSegment.Open(segment.Directory, 1, segment.Fields);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<CorruptIndexException>(() => opened.Reader.Read(0));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 16);
    }

    [Fact]
    public void A_field_number_that_the_segment_does_not_have_is_refused()
    {
        using var segment = StoredSegment.Write([Field.Stored("text", StoredValue.Of("abc"))]);
        using var opened = StoredSegment.Open(segment.Directory, 1, new());
        Assert.Contains("field number 0", Assert.Throws<CorruptIndexException>(() => opened.Reader.Read(0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_segment_that_says_it_has_more_documents_is_refused_for_these()
    {
        using var segment = StoredSegment.Write(Documents);
        using var opened = StoredSegment.Open(segment.Directory, Documents.Length + 1, segment.Fields);
        opened.AssertHolds(0, Documents[0]);
        Assert.Throws<CorruptIndexException>(() => opened.Reader.Read(Documents.Length));
    }
}
