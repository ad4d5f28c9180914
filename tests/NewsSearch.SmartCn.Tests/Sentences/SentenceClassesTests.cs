using NewsSearch.SmartCn.Sentences;
using NewsSearch.SmartCn.Tests.Support;

namespace NewsSearch.SmartCn.Tests.Sentences;

public sealed class SentenceClassesTests
{
    [Fact]
    public void The_file_begins_as_its_format_page_shows()
    {
        using var resource = typeof(SentenceClasses).Assembly.GetManifestResourceStream("NewsSearch.SmartCn.Sentences.SentenceClasses.bin")!;
        var example = Fixture.HexBlock("src/NewsSearch.SmartCn/Sentences/FORMAT.md", "The file begins");
        var found = new byte[example.Length];
        resource.ReadExactly(found);
        Assert.Equal(example, found);

        var classes = new byte[] { 9, 9, 9, 9, 9, 9, 9, 9, 9, 11, 11, 9 };
        Assert.Equal(classes, SentenceClasses.BasicPlane[..12]);
    }

    [Theory]
    [InlineData(0x4E2D, SentenceClass.Letter)]
    [InlineData('z', SentenceClass.LowerCase)]
    [InlineData(',', SentenceClass.Number)]
    [InlineData('９', SentenceClass.Number)]
    [InlineData('。', SentenceClass.Terminator)]
    [InlineData('．', SentenceClass.FullStop)]
    [InlineData('”', SentenceClass.Closing)]
    [InlineData('“', SentenceClass.Other)]
    [InlineData(0x3000, SentenceClass.Space)]
    [InlineData(0x0301, SentenceClass.Ignored)]
    [InlineData(0x20BB7, SentenceClass.Letter)]
    [InlineData(0x1F600, SentenceClass.Other)]
    [InlineData(0x1D41A, SentenceClass.LowerCase)]
    [InlineData(0x10FFFF, SentenceClass.Other)]
    public void A_code_point_has_its_class(int codePoint, object expected)
    {
        var found = codePoint < 0x10000 ? SentenceClasses.BasicPlane[codePoint] : SentenceClasses.Supplementary(codePoint);
        Assert.Equal((SentenceClass)expected, (SentenceClass)found);
    }
}
