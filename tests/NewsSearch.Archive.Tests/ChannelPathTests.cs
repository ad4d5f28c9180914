using System.Text.Json;

namespace NewsSearch.Archive.Tests;

public sealed class ChannelPathTests
{
    [Theory]
    [InlineData("新闻频道  »  国内新闻", "新闻频道/国内新闻")]
    [InlineData("新闻频道/国内新闻", "新闻频道/国内新闻")]
    [InlineData("财经 > 产业 > 汽车", "财经/产业/汽车")]
    [InlineData(" / 财经 // ", "财经")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData(" » ", "")]
    public void A_path_is_read_as_sites_print_it(string? printed, string text) => Assert.Equal(text, ChannelPath.Parse(printed).Text);

    [Fact]
    public void A_path_lies_in_every_path_around_it() =>
        Assert.Equal(["财经", "财经/产业", "财经/产业/汽车"], ChannelPath.Parse("财经/产业/汽车").SelfAndOuter().Select(path => path.Text));

    [Fact]
    public void No_path_has_no_levels()
    {
        Assert.Empty(ChannelPath.None.Names);
        Assert.Empty(ChannelPath.None.SelfAndOuter());
    }

    [Fact]
    public void In_JSON_it_is_its_text()
    {
        var path = ChannelPath.Parse("财经/产业");

        Assert.Equal(path, JsonSerializer.Deserialize<ChannelPath>(JsonSerializer.Serialize(path)));
        Assert.Equal("财经/产业", JsonDocument.Parse(JsonSerializer.Serialize(path)).RootElement.GetString());
    }
}
