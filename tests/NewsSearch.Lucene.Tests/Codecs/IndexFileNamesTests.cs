using FsCheck.Xunit;
using NewsSearch.Lucene.Codecs;

namespace NewsSearch.Lucene.Tests.Codecs;

public sealed class IndexFileNamesTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(35, "z")]
    [InlineData(36, "10")]
    [InlineData(1_000_000, "lfls")]
    public void Numbers_are_in_base_36(long number, string text)
    {
        Assert.Equal(text, IndexFileNames.ToBase36(number));
        Assert.Equal(number, IndexFileNames.FromBase36(text));
    }

    [Property]
    public bool Numbers_come_back(uint number) => IndexFileNames.FromBase36(IndexFileNames.ToBase36(number)) == number;

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("-1")]
    [InlineData("1.si")]
    [InlineData("zzzzzzzzzzzzz")]
    public void Other_texts_are_no_numbers(string text) => Assert.Equal(-1, IndexFileNames.FromBase36(text));

    [Fact]
    public void Names_are_Lucenes()
    {
        Assert.Equal("_0.fdt", IndexFileNames.OfSegment("_0", "", "fdt"));
        Assert.Equal("_a_Lucene41_0.doc", IndexFileNames.OfSegment("_a", "Lucene41_0", "doc"));
        Assert.Equal("_0_a.del", IndexFileNames.OfGeneration("_0", "del", 10));
    }

    [Theory]
    [InlineData("_0.fdt", true)]
    [InlineData("_0_1.del", true)]
    [InlineData("_0_Lucene41_0.doc", true)]
    [InlineData("_0", false)]
    [InlineData("_00.fdt", false)]
    [InlineData("_1.fdt", false)]
    [InlineData("_0_fdt", false)]
    [InlineData("_0./../../passwd", false)]
    [InlineData("_0.\\x", false)]
    [InlineData("_0.\0", false)]
    public void Only_names_of_the_segment_pass(string name, bool passes) => Assert.Equal(passes, IndexFileNames.IsFileOfSegment("_0", name));

    [Theory]
    [InlineData("_0", true)]
    [InlineData("_zz", true)]
    [InlineData("_", false)]
    [InlineData("0", false)]
    [InlineData("_../0", false)]
    public void Only_names_of_segments_pass(string name, bool passes) => Assert.Equal(passes, IndexFileNames.IsSegment(name));
}
