using FsCheck.Xunit;
using NewsSearch.Lucene.Codecs.LiveDocs;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Fixtures;

namespace NewsSearch.Lucene.Tests.Codecs.LiveDocs;

public sealed class LiveDocsTests
{
    [Theory]
    [InlineData("plain", 4)]
    [InlineData("compound", 4)]
    public void Writing_what_was_read_gives_the_same_bytes(string name, int files)
    {
        using var directory = FixtureDirectory.Open(name);
        using var copy = new MemoryDirectory();
        foreach (var segment in SegmentInfosReader.ReadLatest(directory).Segments.Where(segment => segment.DeletionGeneration >= 0))
        {
            var liveDocs = LiveDocsReader.Read(directory, segment);
            Assert.Equal(segment.Info.DocCount - segment.DeletedCount, liveDocs.Count());
            LiveDocsWriter.Write(copy, segment, liveDocs);
        }

        Assert.Equal(files, copy.ListAll().Count);
        Assert.All(copy.ListAll(), file => Assert.Equal(FixtureDirectory.Read(name, file), copy.ReadFile(file)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(1000)]
    [InlineData(100_003)]
    public void None_some_and_all_deleted_come_back(int docCount)
    {
        var random = new Random(docCount);
        foreach (var deleted in (int[])[0, 1, 2, docCount / 1000, docCount / 100, docCount / 2, docCount - 1, docCount])
        {
            var liveDocs = All(docCount);
            for (var i = 0; i < deleted; i++) liveDocs.Clear(random.Next(docCount));
            AssertRoundTrip(liveDocs);
        }

        AssertRoundTrip(new BitSet(docCount));
    }

    [Property]
    public void Any_deletions_come_back(bool[] live)
    {
        var liveDocs = new BitSet(live.Length);
        for (var i = 0; i < live.Length; i++)
            if (live[i]) liveDocs.Set(i);
        AssertRoundTrip(liveDocs);
    }

    [Fact]
    public void The_last_document_of_a_part_of_a_byte_can_be_the_only_one_deleted()
    {
        var liveDocs = All(10_001);
        liveDocs.Clear(10_000);
        AssertRoundTrip(liveDocs);
    }

    [Fact]
    public void Few_deletions_take_few_bytes()
    {
        var liveDocs = All(1_000_000);
        liveDocs.Clear(999_999);
        Assert.True(Write(liveDocs).Length < 60);
    }

    [Fact]
    public void A_set_that_does_not_fit_the_segment_is_not_written()
    {
        using var directory = new MemoryDirectory();
        var segment = new SegmentCommitInfo(new SegmentInfo("_0", 10)) { DeletionGeneration = 1, DeletedCount = 1 };
        Assert.Throws<ArgumentException>(() => LiveDocsWriter.Write(directory, segment, All(10)));
        Assert.Throws<ArgumentException>(() => LiveDocsWriter.Write(directory, segment, All(9)));
        Assert.Empty(directory.ListAll());
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var directory = new MemoryDirectory();
        var error = Assert.Throws<CorruptIndexException>(() => LiveDocsReader.Read(directory, Segment(All(10))));
        Assert.Contains("_0_1.del", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(11, 2)]
    [InlineData(10, 3)]
    public void A_file_that_the_commit_does_not_mean_is_refused(int docCount, int deletedCount)
    {
        var segment = new SegmentCommitInfo(new SegmentInfo("_0", docCount)) { DeletionGeneration = 1, DeletedCount = deletedCount };
        Assert.Throws<CorruptIndexException>(() => Read(FormatExample.ReadNamed("bits", "Codecs", "LiveDocs"), segment));
    }

    [Theory]
    [InlineData("bits", 10, new[] { 2, 9 })]
    [InlineData("gaps", 1000, new[] { 800 })]
    public void The_examples_of_the_format_page_are_what_is_written_and_read(string name, int docCount, int[] deleted)
    {
        var example = FormatExample.ReadNamed(name, "Codecs", "LiveDocs");
        var liveDocs = All(docCount);
        foreach (var docId in deleted) liveDocs.Clear(docId);
        Assert.Equal(Convert.ToHexString(example), Convert.ToHexString(Write(liveDocs)));
        Assert.Equal(liveDocs.Words.ToArray(), Read(example, Segment(liveDocs)).Words.ToArray());
    }

    [Theory]
    [InlineData("bits", 10, 2)]
    [InlineData("gaps", 1000, 1)]
    public void Each_flipped_byte_and_each_cut_is_refused(string name, int docCount, int deletedCount)
    {
        var example = FormatExample.ReadNamed(name, "Codecs", "LiveDocs");
        var segment = new SegmentCommitInfo(new SegmentInfo("_0", docCount)) { DeletionGeneration = 1, DeletedCount = deletedCount };
        for (var i = 0; i < example.Length; i++)
        {
            var broken = (byte[])example.Clone();
            broken[i] ^= 0x10;
            Assert.ThrowsAny<CorruptIndexException>(() => Read(broken, segment));
            Assert.ThrowsAny<CorruptIndexException>(() => Read(example[..i], segment));
        }
    }

    [Theory]
    [InlineData("bits", 10, 2)]
    [InlineData("gaps", 1000, 1)]
    public void A_broken_file_without_a_checksum_is_refused_or_has_the_right_counts(string name, int docCount, int deletedCount)
    {
        var example = FormatExample.ReadNamed(name, "Codecs", "LiveDocs")[..^16];
        const int version = 21;
        example[version] = 1;
        var segment = new SegmentCommitInfo(new SegmentInfo("_0", docCount)) { DeletionGeneration = 1, DeletedCount = deletedCount };
        Assert.Equal(docCount - deletedCount, Read(example, segment).Count());
        var random = new Random(4714);
        for (var round = 0; round < 3_000; round++)
        {
            var broken = (byte[])example.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--) broken[random.Next(version + 1, broken.Length)] = (byte)random.Next(256);
            var error = Record.Exception(() => Assert.Equal(docCount - deletedCount, Read(broken, segment).Count()));
            Assert.True(error is null or CorruptIndexException, $"Round {round}: {error}");
        }
    }

    private static void AssertRoundTrip(BitSet liveDocs)
    {
        var back = Read(Write(liveDocs), Segment(liveDocs));
        Assert.Equal(liveDocs.Length, back.Length);
        Assert.Equal(liveDocs.Words.ToArray(), back.Words.ToArray());
    }

    private static BitSet All(int docCount)
    {
        var bits = new BitSet(docCount);
        if (docCount > 0) bits.SetAll();
        return bits;
    }

    private static SegmentCommitInfo Segment(BitSet liveDocs) =>
        new(new SegmentInfo("_0", liveDocs.Length)) { DeletionGeneration = 1, DeletedCount = liveDocs.Length - liveDocs.Count() };

    private static byte[] Write(BitSet liveDocs)
    {
        using var directory = new MemoryDirectory();
        LiveDocsWriter.Write(directory, Segment(liveDocs), liveDocs);
        return directory.ReadFile("_0_1.del");
    }

    private static BitSet Read(byte[] bytes, SegmentCommitInfo segment)
    {
        using var directory = new MemoryDirectory();
        directory.WriteFile("_0_1.del", bytes);
        return LiveDocsReader.Read(directory, segment);
    }
}
