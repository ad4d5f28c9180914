using NewsSearch.Archive.Querying;

namespace NewsSearch.Archive.Tests.Querying;

/// <summary>A text is covered by as few pairs of its characters as hold them all in their order.</summary>
public sealed class LiteralQueryTests
{
    [Theory]
    [InlineData("", "(nothing)")]
    [InlineData("桥", "f:桥*")]
    [InlineData("大桥", "f:\"大桥\"")]
    [InlineData("新大桥", "f:\"新大 大桥\"")]
    [InlineData("一带一路", "f:\"一带 ? 一路\"")]
    [InlineData("上海合作组织", "f:\"上海 ? 合作 ? 组织\"")]
    [InlineData("5月21日", "f:\"5月 ? 21 1日\"")]
    [InlineData("a, b", "f:\"a, ?  b\"")]
    [InlineData("𠮷", "f:𠮷*")]
    [InlineData("𠮷野家", "f:\"𠮷野 野家\"")]
    public void Covers(string text, string expected) => Assert.Equal(expected, LiteralQuery.InField("f", text).ToString());
}
