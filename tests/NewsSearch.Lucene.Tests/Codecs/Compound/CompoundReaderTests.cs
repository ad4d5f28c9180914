using NewsSearch.Lucene.Codecs.Compound;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Fixtures;

namespace NewsSearch.Lucene.Tests.Codecs.Compound;

public sealed class CompoundReaderTests
{
    [Theory]
    [InlineData("_0")]
    [InlineData("_1")]
    [InlineData("_4")]
    public void The_parts_are_the_files_of_the_segment_without_compound_files(string segment)
    {
        using var plain = FixtureDirectory.Open("plain");
        using var compound = FixtureDirectory.Open("compound");
        using var inputs = new SegmentInputs(compound, SegmentInfoReader.Read(compound, segment));
        foreach (var file in SegmentInfoReader.Read(plain, segment).Files.Where(file => !file.EndsWith(".si", StringComparison.Ordinal)))
        {
            var dot = file.IndexOf('.', StringComparison.Ordinal);
            var part = inputs.Open(dot == segment.Length ? "" : file[(segment.Length + 1)..dot], file[(dot + 1)..]);
            Assert.Equal(FixtureDirectory.Read("plain", file), part.ReadSpan((int)part.Length).ToArray());
        }
    }

    [Fact]
    public void A_part_is_named_with_its_compound_file()
    {
        using var directory = FixtureDirectory.Open("compound");
        using var inputs = new SegmentInputs(directory, SegmentInfoReader.Read(directory, "_0"));
        Assert.EndsWith("_0.cfs(_0.fnm)", inputs.Open("", "fnm").Name, StringComparison.Ordinal);
        Assert.Equal(20, FieldInfosReader.Read(inputs.Open("", "fnm")).Count);
        Assert.Contains("_0.xyz", Assert.Throws<CorruptIndexException>(() => inputs.Open("", "xyz")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_of_the_format_page_is_read()
    {
        var reader = Open(FormatExample.ReadNamed("_0.cfe", "Codecs", "Compound"), FormatExample.ReadNamed("_0.cfs", "Codecs", "Compound"));
        Assert.Equal([0xAA], reader.Open("_0.fdx").ReadSpan(1).ToArray());
        Assert.Equal(0xBBBB, (ushort)reader.Open("_0.fdt").ReadInt16());
        Assert.Equal(2, reader.Open("_0.fdt").Length);
    }

    [Fact]
    public void Each_flipped_byte_and_each_cut_of_the_table_is_refused()
    {
        var table = FormatExample.ReadNamed("_0.cfe", "Codecs", "Compound");
        var data = FormatExample.ReadNamed("_0.cfs", "Codecs", "Compound");
        for (var i = 0; i < table.Length; i++)
        {
            var broken = (byte[])table.Clone();
            broken[i] ^= 0x10;
            Assert.ThrowsAny<CorruptIndexException>(() => Open(broken, data));
            Assert.ThrowsAny<CorruptIndexException>(() => Open(table[..i], data));
        }
    }

    [Fact]
    public void Each_cut_of_the_data_is_refused()
    {
        var table = FormatExample.ReadNamed("_0.cfe", "Codecs", "Compound");
        var data = FormatExample.ReadNamed("_0.cfs", "Codecs", "Compound");
        for (var i = 0; i < data.Length; i++) Assert.ThrowsAny<CorruptIndexException>(() => Open(table, data[..i]));
    }

    [Fact]
    public void A_missing_compound_file_is_named()
    {
        using var directory = FixtureDirectory.Copy("compound");
        directory.DeleteFile("_0.cfs");
        var info = SegmentInfoReader.Read(directory, "_0");
        Assert.Contains("_0.cfs", Assert.Throws<CorruptIndexException>(() => new SegmentInputs(directory, info)).Message, StringComparison.Ordinal);
    }

    private static CompoundReader Open(byte[] table, byte[] data) => CompoundReader.Open(
        "_0", new IndexInput(new PinnedFileMemory("_0.cfe", table)), new IndexInput(new PinnedFileMemory("_0.cfs", data)));
}
