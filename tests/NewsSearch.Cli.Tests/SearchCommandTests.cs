using System.Text.Json.Nodes;
using NewsSearch.Archive.Searching;
using NewsSearch.Cli.Tests.Support;
using NewsSearch.Web;

namespace NewsSearch.Cli.Tests;

public sealed class SearchCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async Task InitializeAsync()
    {
        _folder.Write("a.jsonl", [Some.Line("bridge"), Some.Line("hostile", "收割\u001b[2J见闻", "稻田\u0007里。", "乡音网"), .. Some.Lines(12)]);
        (await NewsSearchProgram.RunAsync(_folder.Path, "index", "a.jsonl", "--index", "x")).AssertExit(0);
    }

    public Task DisposeAsync()
    {
        _folder.Delete();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Hits_are_printed_with_title_source_channel_time_and_id()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "search", "新桥", "通车", "--index", "x");

        run.AssertExit(0);
        Assert.StartsWith("1 article, ", run.Output);
        Assert.Contains("1. 滨江新桥今日通车", run.Output);
        Assert.Contains("滨江日报  新闻频道/国内新闻  2024-05-21 18:02  bridge", run.Output);
        Assert.DoesNotContain("\u001b", run.Output);
    }

    [Fact]
    public async Task What_the_reader_should_know_about_the_reading_is_printed()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "search", "新桥 火星", "--index", "x");

        run.AssertExit(0);
        Assert.Contains("note: 没有文章包含全部 2 个检索词", run.Output);
    }

    [Fact]
    public async Task A_misspelt_word_is_answered_with_what_may_have_been_meant()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "search", "滨江新侨", "--index", "x");

        run.AssertExit(0);
        Assert.Contains("did you mean: 滨江新桥 (1 article)", run.Output);
    }

    [Fact]
    public async Task Counts_by_source_channel_and_month_follow_the_hits()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "search", "新桥", "--index", "x");

        run.AssertExit(0);
        Assert.Contains("sources   滨江日报 1", run.Output);
        Assert.Contains("channels  新闻频道 1, 新闻频道/国内新闻 1", run.Output);
        Assert.Contains("months    2024-05 1", run.Output);
    }

    [Fact]
    public async Task An_article_sends_no_commands_to_the_terminal()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "search", "--source", "乡音网", "--index", "x");

        run.AssertExit(0);
        Assert.Contains("hostile", run.Output);
        Assert.DoesNotContain("\u001b", run.Output);
        Assert.DoesNotContain("\u0007", run.Output);
    }

    [Theory]
    [InlineData("q=稻田&size=3&page=2", "稻田", "--size", "3", "--page", "2")]
    [InlineData("q=&source=田野周刊&source=滨江日报&sort=oldest", "--source", "田野周刊", "--source", "滨江日报", "--sort", "oldest")]
    [InlineData("q=通车&channel=新闻频道&from=2024-05&to=2024-05-21", "通车", "--channel", "新闻频道", "--from", "2024-05", "--to", "2024-05-21")]
    public async Task The_JSON_is_that_of_the_API(string query, params string[] arguments)
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, ["search", .. arguments, "--json", "--index", "x"]);
        run.AssertExit(0);
        using var searcher = LocalNewsSearcher.Open(_folder.At("x"));
        await using var server = await NewsServer.StartAsync(new NewsServerOptions { Urls = ["http://127.0.0.1:0"] });
        server.Open(searcher);
        using var client = new HttpClient();

        var answer = await client.GetStringAsync(server.Urls.Single() + "/api/search?" + query);
        Assert.NotEqual(0, JsonNode.Parse(answer)!["total"]!.GetValue<int>());
        Assert.Equal(WithoutTime(answer), WithoutTime(run.Output));
    }

    [Theory]
    [InlineData("--from", "昨天", "from")]
    [InlineData("--size", "500", "size")]
    [InlineData("--sort", "size", "sort")]
    public async Task A_value_that_makes_no_sense_is_refused_by_name(string option, string value, string parameter)
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "search", "稻田", option, value, "--index", "x");

        run.AssertFailure($"newssearch: {parameter}: ");
    }

    [Fact]
    public async Task A_folder_without_an_index_fails_with_a_remedy()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "search", "稻田", "--index", "nowhere");

        run.AssertFailure("nowhere", "newssearch index");
        Assert.False(Directory.Exists(_folder.At("nowhere")));
    }

    [Fact]
    public async Task The_stack_trace_is_for_those_who_ask()
    {
        var run = await NewsSearchProgram.RunWithDebugAsync(_folder.Path, "search", "稻田", "--index", "nowhere");

        run.AssertExit(1);
        Assert.Contains("   at ", run.Error);
    }

    private static string WithoutTime(string json)
    {
        var result = JsonNode.Parse(json)!.AsObject();
        Assert.True(result.Remove("tookMilliseconds"));
        return result.ToJsonString();
    }
}
