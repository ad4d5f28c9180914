using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Fixtures;

namespace NewsSearch.Lucene.Tests.Codecs.Segments;

public sealed class SegmentInfoTests
{
    [Theory]
    [InlineData("plain", "_0")]
    [InlineData("compound", "_4")]
    [InlineData("one-segment", "_3")]
    public void Writing_what_was_read_gives_the_same_bytes(string name, string segment)
    {
        using var directory = FixtureDirectory.Open(name);
        using var copy = new MemoryDirectory();
        SegmentInfoWriter.Write(copy, SegmentInfoReader.Read(directory, segment));
        Assert.Equal(FixtureDirectory.Read(name, segment + ".si"), copy.ReadFile(segment + ".si"));
    }

    [Fact]
    public void Everything_comes_back()
    {
        using var directory = new MemoryDirectory();
        var info = new SegmentInfo("_z1", int.MaxValue)
        {
            IsCompound = true,
            Version = "4.8.1",
            Diagnostics = { ["source"] = "merge", ["说明"] = "" },
            Files = { "_z1.si", "_z1.cfs", "_z1.cfe" },
        };
        SegmentInfoWriter.Write(directory, info);
        var back = SegmentInfoReader.Read(directory, "_z1");
        Assert.Equal(("_z1", int.MaxValue, "4.8.1", true), (back.Name, back.DocCount, back.Version, back.IsCompound));
        Assert.Equal(info.Diagnostics, back.Diagnostics);
        Assert.Equal(info.Files, back.Files);
    }

    [Fact]
    public void A_file_that_does_not_list_itself_is_not_written()
    {
        using var directory = new MemoryDirectory();
        Assert.Throws<ArgumentException>(() => SegmentInfoWriter.Write(directory, new SegmentInfo("_0", 1)));
        Assert.Empty(directory.ListAll());
    }

    [Fact]
    public void A_file_of_Lucene_4_6_without_a_checksum_is_read()
    {
        using var directory = WithoutChecksum();
        Assert.Equal(1, SegmentInfoReader.Read(directory, "_4").DocCount);
    }

    [Fact]
    public void Each_flipped_byte_and_each_cut_is_refused_with_the_name_of_the_file()
    {
        using var directory = FixtureDirectory.Copy("plain");
        var bytes = directory.ReadFile("_4.si");
        for (var i = 0; i < bytes.Length; i++)
        {
            var broken = (byte[])bytes.Clone();
            broken[i] ^= 0x10;
            directory.WriteFile("_4.si", broken);
            Assert.Equal("_4.si", Assert.ThrowsAny<CorruptIndexException>(() => SegmentInfoReader.Read(directory, "_4")).File);
            directory.WriteFile("_4.si", bytes[..i]);
            Assert.Equal("_4.si", Assert.ThrowsAny<CorruptIndexException>(() => SegmentInfoReader.Read(directory, "_4")).File);
        }
    }

    [Fact]
    public void A_broken_file_without_a_checksum_is_refused_or_read_but_never_ends_otherwise()
    {
        using var directory = WithoutChecksum();
        var bytes = directory.ReadFile("_4.si");
        var random = new Random(4712);
        for (var round = 0; round < 3_000; round++)
        {
            var broken = (byte[])bytes.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--) broken[random.Next(28, broken.Length)] = (byte)random.Next(256);
            directory.WriteFile("_4.si", broken);
            var error = Record.Exception(() => SegmentInfoReader.Read(directory, "_4"));
            Assert.True(error is null or CorruptIndexException, $"Round {round}: {error}");
        }
    }

    [Theory]
    [InlineData("_0./../../passwd")]
    [InlineData("_1.fdt")]
    [InlineData("/etc/passwd")]
    public void Names_of_files_that_lead_elsewhere_are_refused(string name)
    {
        using var directory = new MemoryDirectory();
        SegmentInfoWriter.Write(directory, new SegmentInfo("_0", 1) { Files = { "_0.si", name } });
        Assert.Contains(name, Assert.Throws<CorruptIndexException>(() => SegmentInfoReader.Read(directory, "_0")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_of_the_format_page_is_what_is_written_and_read()
    {
        var example = FormatExample.ReadNamed("_0.si", "Codecs", "Segments");
        using var directory = new MemoryDirectory();
        SegmentInfoWriter.Write(directory, new SegmentInfo("_0", 3) { Diagnostics = { ["source"] = "flush" }, Files = { "_0.fdt", "_0.si" } });
        Assert.Equal(Convert.ToHexString(example), Convert.ToHexString(directory.ReadFile("_0.si")));
        Assert.Equal(3, SegmentInfoReader.Read(directory, "_0").DocCount);
    }

    private static MemoryDirectory WithoutChecksum()
    {
        var directory = FixtureDirectory.Copy("plain");
        var bytes = directory.ReadFile("_4.si")[..^16];
        bytes[27] = 0;
        directory.WriteFile("_4.si", bytes);
        return directory;
    }
}
