using System.Text.Json.Nodes;
using NewsSearch.Cli.Tests.Support;

namespace NewsSearch.Cli.Tests;

public sealed class WhyCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async Task InitializeAsync()
    {
        _folder.Write("a.jsonl", [Some.Line("bridge"), Some.Line("hostile", "收割\u001b[2J见闻", "稻田\u0007里。", "乡音网"), .. Some.Lines(3)]);
        (await NewsSearchProgram.RunAsync(_folder.Path, "index", "a.jsonl", "--index", "x")).AssertExit(0);
    }

    public Task DisposeAsync()
    {
        _folder.Delete();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_article_that_comes_is_printed_with_rank_conditions_and_parts_of_its_score()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "why", "bridge", "新橋", "通车", "--index", "x");

        run.AssertExit(0);
        Assert.StartsWith("滨江新桥今日通车  bridge", run.Output);
        Assert.Contains("排在第 1 位（共 1 篇）", run.Output);
        Assert.Contains("units: 新桥, 通车", run.Output);
        Assert.Contains("  yes  标题和正文里有“通车”", run.Output);
        Assert.Matches(@"\nscore \d+\.\d{3}\r?\n", run.Output);
        Assert.Matches(@"\d\.\d{3}  标题里有词“通车”", run.Output);
    }

    [Fact]
    public async Task The_options_of_search_are_conditions_too()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "why", "bridge", "新桥", "--source", "乡音网", "--from", "2024-06", "--index", "x");

        run.AssertExit(0);
        Assert.Contains("  no   文章的来源是“滨江日报”，检索要求：乡音网", run.Output);
        Assert.Contains("  no   文章的发表日期是“2024-05-21”，检索要求：2024-06-01 起", run.Output);
        Assert.DoesNotContain("score", run.Output);
    }

    [Fact]
    public async Task The_json_is_that_of_the_api()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "why", "bridge", "新桥", "--json", "--index", "x");

        run.AssertExit(0);
        var why = JsonNode.Parse(run.Output)!;
        Assert.Equal(("found", 1), ((string?)why["outcome"], (int?)why["rank"]));
    }

    [Fact]
    public async Task An_article_sends_no_commands_to_the_terminal()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "why", "hostile", "稻田", "--index", "x");

        run.AssertExit(0);
        Assert.DoesNotContain("\u001b", run.Output);
    }

    [Fact]
    public async Task An_unknown_article_fails_with_its_name() =>
        (await NewsSearchProgram.RunAsync(_folder.Path, "why", "https://example.org/none", "新桥", "--index", "x")).AssertFailure("https://example.org/none");

    [Fact]
    public async Task A_wrong_option_fails_with_what_to_change() =>
        (await NewsSearchProgram.RunAsync(_folder.Path, "why", "bridge", "新桥", "--from", "soon", "--index", "x")).AssertFailure("from: ", "soon");
}
