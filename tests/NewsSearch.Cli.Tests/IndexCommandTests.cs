using System.Diagnostics;
using System.Text.RegularExpressions;
using NewsSearch.Archive;
using NewsSearch.Cli.Tests.Support;

namespace NewsSearch.Cli.Tests;

public sealed class IndexCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task Articles_go_in_and_the_summary_counts_them()
    {
        _folder.Write("articles.jsonl", Some.Lines(25));

        var run = await NewsSearchProgram.RunAsync(_folder.Path, "index", "articles.jsonl", "--index", "x");

        run.AssertExit(0);
        Assert.Contains("in          25 articles", run.Output);
        Assert.Contains("refused     0", run.Output);
        Assert.Contains("articles/s", run.Output);
        Assert.Contains("memory ", run.Output);
        Assert.Contains("articles.jsonl: 25 articles", run.Error);
        Assert.Equal(25, await CountAsync("x"));
        Assert.False(File.Exists(_folder.At("x.refused.log")));
    }

    [Fact]
    public async Task A_line_that_is_no_article_is_named_and_the_others_go_in()
    {
        _folder.Write("mixed.jsonl", Some.Line("a"), "{ no json", Some.Line("b"), """{"id": "c", "body": "没有标题"}""", Some.Line("d"));

        var run = await NewsSearchProgram.RunAsync(_folder.Path, "index", "mixed.jsonl", "--index", "x");

        run.AssertExit(2);
        Assert.Contains("mixed.jsonl:2: ", run.Error);
        Assert.Contains("mixed.jsonl:4: ", run.Error);
        Assert.Contains("title", run.Error);
        Assert.Contains("in          3 articles", run.Output);
        Assert.Contains("refused     2", run.Output);
        Assert.Equal(2, File.ReadAllLines(_folder.At("x.refused.log")).Length);
        Assert.Equal(3, await CountAsync("x"));
    }

    [Fact]
    public async Task An_article_without_a_title_is_taken_on_request_and_shows_the_beginning_of_its_text()
    {
        _folder.Write("untitled.jsonl", """{"id": "c", "body": "渡轮公司宣布转型。下月起经营观光航线。"}""", """{"id": "d", "title": "　", "body": "短讯"}""", """{"id": "e", "title": 7, "body": "短讯"}""");

        (await NewsSearchProgram.RunAsync(_folder.Path, "index", "untitled.jsonl", "--index", "x")).AssertExit(2);
        Assert.Equal(0, await CountAsync("x"));
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "index", "untitled.jsonl", "--accept-untitled", "--index", "x");

        Assert.Contains("in          2 articles", run.Output);
        Assert.Contains("untitled.jsonl:3: title is a number, expected text", run.Error);
        var found = await NewsSearchProgram.RunAsync(_folder.Path, "search", "渡轮", "--index", "x");
        Assert.Contains("1. 渡轮公司宣布转型。", found.Output);
        using var searcher = Archive.Searching.LocalNewsSearcher.Open(_folder.At("x"));
        Assert.Equal("", (await searcher.FindArticleAsync("c", CancellationToken.None))!.Title);
    }

    [Fact]
    public async Task Of_very_many_refusals_the_first_are_printed_and_all_are_listed()
    {
        _folder.Write("broken.jsonl", [.. Enumerable.Repeat("no json", 130), Some.Line("a")]);

        var run = await NewsSearchProgram.RunAsync(_folder.Path, "index", "broken.jsonl", "--index", "x");

        run.AssertExit(2);
        Assert.Equal(100, Regex.Count(run.Error, @"broken\.jsonl:\d+:"));
        Assert.Contains("30 more refused than printed", run.Output);
        Assert.Equal(130, File.ReadAllLines(_folder.At("x.refused.log")).Length);
    }

    [Fact]
    public async Task A_list_of_refusals_of_an_earlier_run_does_not_stay()
    {
        _folder.Write("broken.jsonl", "no json");
        _folder.Write("good.jsonl", Some.Line("a"));

        (await NewsSearchProgram.RunAsync(_folder.Path, "index", "broken.jsonl", "--index", "x")).AssertExit(2);
        (await NewsSearchProgram.RunAsync(_folder.Path, "index", "good.jsonl", "--index", "x")).AssertExit(0);

        Assert.False(File.Exists(_folder.At("x.refused.log")));
    }

    [Fact]
    public async Task Folders_are_searched_for_lines_gzip_and_pages()
    {
        _folder.Write("in/a.jsonl", Some.Line("a"));
        _folder.WriteGzip("in/b.jsonl.gz", Some.Line("b"), Some.Line("c"));
        _folder.Write("in/deep/page.txt", Some.NewsPage);
        _folder.Write("in/notes.md", "not for us");

        var run = await NewsSearchProgram.RunAsync(_folder.Path, "index", "in", "--index", "x");

        run.AssertExit(0);
        Assert.Equal(4, await CountAsync("x"));
    }

    [Fact]
    public async Task An_article_replaces_the_one_of_the_same_id()
    {
        _folder.Write("old.jsonl", Some.Line("a"), Some.Line("b"));
        _folder.Write("new.jsonl", Some.Line("a", title: "更正后的标题"));

        (await NewsSearchProgram.RunAsync(_folder.Path, "index", "old.jsonl", "--index", "x")).AssertExit(0);
        (await NewsSearchProgram.RunAsync(_folder.Path, "index", "new.jsonl", "--index", "x")).AssertExit(0);

        Assert.Equal(2, await CountAsync("x"));
        var found = await NewsSearchProgram.RunAsync(_folder.Path, "search", "更正", "--index", "x");
        Assert.StartsWith("1 article,", found.Output);
    }

    [Fact]
    public async Task A_file_that_breaks_off_is_named_and_keeps_what_came_before()
    {
        var whole = _folder.WriteGzip("cut.jsonl.gz", [.. Enumerable.Range(0, 2000).Select(number => Some.Line($"a-{number}", body: Guid.NewGuid().ToString()))]);
        using (var file = File.OpenWrite(whole)) file.SetLength(file.Length / 2);
        _folder.Write("good.jsonl", Some.Line("b"));

        var run = await NewsSearchProgram.RunAsync(_folder.Path, "index", "cut.jsonl.gz", "good.jsonl", "--index", "x");

        run.AssertExit(2);
        Assert.Contains("cut.jsonl.gz:", run.Error);
        Assert.InRange(await CountAsync("x"), 100, 1999);
    }

    [Fact]
    public async Task A_file_that_is_not_there_fails_before_anything_is_written()
    {
        _folder.Write("a.jsonl", Some.Line("a"));

        var run = await NewsSearchProgram.RunAsync(_folder.Path, "index", "a.jsonl", "nothing.jsonl", "--index", "x");

        run.AssertFailure("nothing.jsonl");
        Assert.False(Directory.Exists(_folder.At("x")));
    }

    [Fact]
    public async Task A_file_of_another_kind_fails_with_the_kinds_there_are()
    {
        _folder.Write("a.pdf", "%PDF");

        var run = await NewsSearchProgram.RunAsync(_folder.Path, "index", "a.pdf", "--index", "x");

        run.AssertFailure("a.pdf", ".jsonl");
    }

    [Fact]
    public async Task A_folder_without_articles_fails()
    {
        _folder.Write("in/notes.md", "not for us");

        var run = await NewsSearchProgram.RunAsync(_folder.Path, "index", "in", "--index", "x");

        run.AssertFailure("No file with articles in in");
    }

    [Fact]
    public async Task An_index_that_another_writes_is_left_alone()
    {
        _folder.Write("a.jsonl", Some.Line("a"));
        using var other = ArticleIndexer.Open(_folder.At("x"));

        var run = await NewsSearchProgram.RunAsync(_folder.Path, "index", "a.jsonl", "--index", "x");

        run.AssertFailure("write.lock");
    }

    [Fact]
    public async Task The_list_of_refusals_of_a_run_under_way_is_left_alone()
    {
        _folder.Write("a.jsonl", Some.Line("a"));
        _folder.Write("x.refused.log", "b.jsonl:7: no JSON");
        using var other = ArticleIndexer.Open(_folder.At("x"));

        var run = await NewsSearchProgram.RunAsync(_folder.Path, "index", "a.jsonl", "--index", "x");

        run.AssertFailure("write.lock");
        Assert.True(File.Exists(_folder.At("x.refused.log")));
    }

    [SkippableFact]
    public async Task On_a_terminal_the_progress_is_a_bar_and_refusals_stand_above_it()
    {
        Skip.IfNot(File.Exists("/usr/bin/script"), "There is no /usr/bin/script to make a terminal.");
        _folder.Write("mixed.jsonl", ["no json", .. Some.Lines(30)]);
        var command = $"dotnet exec '{Path.Combine(AppContext.BaseDirectory, "newssearch.dll")}' index mixed.jsonl --index x";
        var start = new ProcessStartInfo("/usr/bin/script", ["-qec", command, "/dev/null"]) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true };
        start.Environment["TERM"] = "xterm-256color";

        using var terminal = Process.Start(start)!;
        var screen = await terminal.StandardOutput.ReadToEndAsync();
        await terminal.WaitForExitAsync();

        Assert.True(terminal.ExitCode == 2, screen);
        Assert.Contains("mixed.jsonl:1: ", screen);
        Assert.Contains("100%", screen);
        Assert.Contains("in          30 articles", screen);
    }

    [SkippableFact]
    public async Task An_interrupt_leaves_the_index_as_it_was()
    {
        Skip.If(OperatingSystem.IsWindows(), "Signals are a matter of Unix.");
        _folder.Write("a.jsonl", Some.Line("a"));
        (await NewsSearchProgram.RunAsync(_folder.Path, "index", "a.jsonl", "--index", "x")).AssertExit(0);
        _folder.Write("b.jsonl", ["no json", .. Some.Lines(50_000)]);

        using var program = NewsSearchProgram.Start(_folder.Path, "index", "b.jsonl", "--index", "x");
        await program.WaitForErrorAsync("b.jsonl:1:");
        using (var kill = Process.Start("kill", ["-INT", program.Id.ToString()])) await kill.WaitForExitAsync();

        (await program.EndAsync()).AssertFailure("Stopped before the end");
        Assert.Equal(1, await CountAsync("x"));
    }

    [Fact]
    public async Task Help_tells_the_exit_codes()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "index", "--help");

        run.AssertExit(0);
        Assert.Contains("Put articles into an index.", run.Output);
        Assert.Contains("  2  some were refused", run.Output);
    }

    [Fact]
    public async Task A_command_that_is_none_fails_with_the_commands_there_are()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "inedx");

        run.AssertExit(1);
        Assert.Contains("inedx", run.Error);
        Assert.Contains("serve", run.Output + run.Error);
    }

    private async Task<int> CountAsync(string index)
    {
        using var searcher = Archive.Searching.LocalNewsSearcher.Open(_folder.At(index));
        return (await searcher.SummarizeAsync(CancellationToken.None)).ArticleCount;
    }
}
