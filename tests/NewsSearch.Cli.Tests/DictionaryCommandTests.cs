using NewsSearch.Cli.Tests.Support;

namespace NewsSearch.Cli.Tests;

public sealed class DictionaryCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async Task InitializeAsync()
    {
        _folder.Write("a.jsonl", [Some.Line("short", "上合组织峰会", "开幕。", "滨江日报"), Some.Line("long", "峰会公报", "上海合作组织成员国发表公报。", "滨江日报")]);
        (await NewsSearchProgram.RunAsync(_folder.Path, "index", "a.jsonl", "--index", "x")).AssertExit(0);
    }

    public Task DisposeAsync()
    {
        _folder.Delete();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_line_that_is_tried_says_how_many_articles_it_changes_and_changes_nothing()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "dictionary", "try", "上合组织 = 上海合作组织", "--index", "x");

        run.AssertExit(0);
        Assert.Contains("上合组织: 1 -> 2 articles (1 come, 0 go)", run.Output);
        Assert.Contains("then: (上合组织 OR 上海合作组织)", run.Output);
        Assert.Contains("The line changes the answers by 2 articles in all.", run.Output);
        Assert.False(File.Exists(_folder.At("x/dictionary.txt")));
    }

    [Fact]
    public async Task A_line_that_is_none_is_refused_with_the_reason()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "dictionary", "try", "上合组织 =", "--index", "x");

        run.AssertExit(1);
        Assert.Contains("nothing before or behind an equals sign", run.Error);
    }

    [Fact]
    public async Task A_search_uses_the_dictionary_of_the_index_and_names_the_line_of_a_broken_one()
    {
        _folder.Write("x/dictionary.txt", "上合组织 = 上海合作组织");
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "search", "上合组织", "--index", "x");
        run.AssertExit(0);
        Assert.StartsWith("2 articles, ", run.Output);

        _folder.Write("x/dictionary.txt", "好词", "=");
        var refused = await NewsSearchProgram.RunAsync(_folder.Path, "search", "上合组织", "--index", "x");
        refused.AssertExit(1);
        Assert.Contains("dictionary.txt, line 2", refused.Error);
    }
}
