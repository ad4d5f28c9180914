using NewsSearch.Archive.Importing;

namespace NewsSearch.Archive.Tests.Importing;

/// <summary>Times keep their offset to the tick, but for Z, which is no publisher's; what names no instant is a problem, not a guess.</summary>
public sealed class PublicationTimeTests
{
    [Theory]
    [InlineData("2024-05-21T18:02:47+08:00", "2024-05-21T18:02:47.0000000+08:00")]
    [InlineData("2024-05-21T18:02:47+0800", "2024-05-21T18:02:47.0000000+08:00")]
    [InlineData("2024-05-21 18:02:47 -03:30", "2024-05-21T18:02:47.0000000-03:30")]
    [InlineData("2024-05-21t18:02z", "2024-05-22T02:02:00.0000000+08:00")]
    [InlineData("2024-05-21T18:02:47.123456789Z", "2024-05-22T02:02:47.1234567+08:00")]
    [InlineData("2024-05-21T18:02:47,5Z", "2024-05-22T02:02:47.5000000+08:00")]
    [InlineData("2024-05-21T18:02:47+00:00", "2024-05-21T18:02:47.0000000+00:00")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.0000000+08:00")]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31T23:59:59.0000000+00:00")]
    public void An_ISO_time_keeps_its_offset_and_Z_becomes_that_of_the_publishers(string text, string time)
    {
        Assert.Equal(time, PublicationTime.ParseIso(text, out var problem)?.ToString("O"));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("2024-05-21T18:02:47", "has no offset")]
    [InlineData("2024-05-21 18:02", "has no offset")]
    [InlineData("2024-13-01", "is no time in the calendar")]
    [InlineData("2023-02-29T00:00Z", "is no time in the calendar")]
    [InlineData("0000-01-01", "is no time in the calendar")]
    [InlineData("0001-01-01", "is no time in the calendar")]
    [InlineData("0001-01-01T00:00:00+14:00", "is no time in the calendar")]
    [InlineData("9999-12-31T23:59:59-01:00", "is no time in the calendar")]
    [InlineData("2024-05-21T24:00:00Z", "is no time in the calendar")]
    [InlineData("2024-05-21T18:60Z", "is no time in the calendar")]
    [InlineData("2024-05-21T18:02:60Z", "is no time in the calendar")]
    [InlineData("2024-05-21T18:02:47+15:00", "is no time in the calendar")]
    [InlineData("2024-05-21T18:02:47+8", "is no ISO 8601 time")]
    [InlineData("2024-05-21T18:02:47.1234567890Z", "is no ISO 8601 time")]
    [InlineData("２０２４-05-21", "is no ISO 8601 time")]
    [InlineData("2024-5-21", "is no ISO 8601 time")]
    [InlineData("20240521T180247Z", "is no ISO 8601 time")]
    [InlineData("Tue, 21 May 2024 18:02:47 +0800", "is no ISO 8601 time")]
    [InlineData("2024-05-21T18:02:47Z\n", "is no ISO 8601 time")]
    public void What_names_no_instant_is_a_problem(string text, string start)
    {
        Assert.Null(PublicationTime.ParseIso(text, out var problem));
        Assert.StartsWith(start, problem);
    }

    [Theory]
    [InlineData("2024-05-21 18:02:47", "2024-05-21T18:02:47")]
    [InlineData("2024-05-21 18:02", "2024-05-21T18:02:00")]
    [InlineData("2024-5-1 8:02", "2024-05-01T08:02:00")]
    [InlineData("2024年05月21日 18:02", "2024-05-21T18:02:00")]
    [InlineData("2024年5月21日18:02", "2024-05-21T18:02:00")]
    [InlineData("2024/05/21 18:02:47", "2024-05-21T18:02:47")]
    [InlineData("2024-05-21T18:02:47", "2024-05-21T18:02:47")]
    [InlineData("2024年5月21日", "2024-05-21T00:00:00")]
    [InlineData("发布时间:2024-05-21 18:02", "2024-05-21T18:02:00")]
    public void A_page_prints_local_time(string line, string time)
    {
        Assert.True(PublicationTime.TryParsePage(line, out var parsed, out var rest));
        Assert.Equal(time + "+08:00", parsed?.ToString("yyyy-MM-dd'T'HH:mm:sszzz"));
        Assert.Equal("", rest);
    }

    [Theory]
    [InlineData("2024年5月21日 渡轮靠港")]
    [InlineData("渡轮2024-05-21靠港")]
    [InlineData("2024-05-21 18:02 责任编辑")]
    [InlineData("18:02:47")]
    [InlineData("")]
    public void Other_lines_are_no_time(string line) => Assert.False(PublicationTime.TryParsePage(line, out _, out _));

    [Fact]
    public void A_line_of_white_space_costs_no_more_than_its_length()
    {
        var line = "2024-05-21" + new string(' ', 200_000) + "x";
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.False(PublicationTime.TryParsePage(line, out _, out _));
        // A pattern that shares the run out among its parts would take minutes.
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }
}
