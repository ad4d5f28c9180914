using NewsSearch.Cli.Tests.Support;
using NewsSearch.Lucene.Tests;

namespace NewsSearch.Cli.Tests;

/// <summary>The whole benchmark on the sample, small: all sides answer, agree, and make a table.</summary>
public sealed class BenchCommandTests : IDisposable
{
    private static readonly string s_sample = Repository.PathOf("index-data", "sample", "articles.jsonl");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task Ours_alone_does_every_work()
    {
        var run = await RunAsync("--peers", "none", "--queries", "16", "--rounds", "1", "--passes", "1", "--requests", "50");

        run.AssertExit(0);
        Assert.Contains("- corpus: 153 articles", run.Output);
        foreach (var work in new[] { "analysis", "index, words only, 1 thread", "index as shipped, 2 threads", "(a)", "(b)", "(c)", "(d)", "(d) in quotes, 1 character", "(d) in quotes, 9 to 20 characters", "repeated queries |           1 |", "distinct queries |          32 |", "(f)" })
            Assert.Contains($"| {work}", run.Output);
    }

    [Fact]
    public async Task Readers_queries_are_asked_of_the_product_and_of_plain_words()
    {
        _folder.Write("asked.jsonl", "{\"query\":\"大桥\"}\n{\"query\":\"没有这样的文字\"}");

        var run = await RunAsync("--peers", "none", "--only", "hot", "--hot", _folder.At("asked.jsonl"), "--rounds", "1");

        run.AssertExit(0);
        foreach (var side in new[] { "NewsSearch", "SmartCn words, all", "SmartCn words, any" })
            Assert.Matches($@"\| readers' queries: {side} +\| +2 \|", run.Output);
    }

    [Fact]
    public async Task An_index_that_is_there_is_searched_instead_of_building_one()
    {
        (await NewsSearchProgram.RunAsync(Repository.Root, "index", s_sample, "--index", _folder.At("made"))).AssertExit(0);

        var run = await RunAsync("--peers", "none", "--only", "quoted", "--index", _folder.At("made"), "--rounds", "1");

        run.AssertExit(0);
        Assert.False(Directory.Exists(_folder.At("bench/shipped")));
        (await RunAsync("--peers", "none", "--only", "quoted", "--index", _folder.At("made"), "--articles", "100")).AssertFailure("docs is 153 instead of 100");
    }

    [Fact]
    public async Task Growth_is_drawn_from_corpora_that_were_asked_the_same()
    {
        (await RunAsync("--peers", "none", "--only", "counts", "--queries", "16", "--rounds", "1")).AssertExit(0);
        (await NewsSearchProgram.RunAsync(
            Repository.Root, "bench", s_sample, "--work", _folder.At("half"), "--articles", "76", "--queries-from", _folder.At("bench"),
            "--peers", "none", "--only", "counts", "--rounds", "1", "--warm", "0")).AssertExit(0);

        var run = await NewsSearchProgram.RunAsync(Repository.Root, "bench-plot", _folder.At("bench"), _folder.At("half"), "--out", _folder.At("growth.svg"));

        run.AssertExit(0);
        Assert.Matches(@"\| 76 +\| +1\.0 \|(.|\n)*\| 153 ", run.Output);
        Assert.Contains("NewsSearch", File.ReadAllText(_folder.At("growth.svg")));
    }

    [Fact]
    public async Task The_work_hot_without_queries_says_what_is_missing() =>
        (await RunAsync("--peers", "none", "--only", "hot")).AssertFailure("name one with --hot");

    [SkippableFact]
    public async Task Both_versions_of_Java_Lucene_agree_with_ours()
    {
        DemandPeers();

        var run = await RunAsync("--queries", "40", "--rounds", "1", "--passes", "1", "--only", "analysis,index1,counts,fetch");

        run.AssertExit(0);
        Assert.Contains("Java Lucene 8.7.0", run.Output);
        Assert.Contains("Java Lucene 4.10.4", run.Output);
    }

    [Fact]
    public async Task What_was_measured_before_can_be_printed_again_and_added_to()
    {
        (await RunAsync("--peers", "none", "--only", "analysis", "--rounds", "2")).AssertExit(0);

        var again = await RunAsync("--peers", "none", "--only", "analysis", "--rounds", "1", "--continue");

        again.AssertExit(0);
        Assert.Matches(@"\| analysis, MB/s +\| +[\d.]+ \| +3 \|", again.Output);
        Assert.Equal(again.Output.Split("## ")[1].Split("| work")[1], (await RunAsync("--peers", "none", "--only", "none")).Output.Split("| work")[1]);
    }

    [Fact]
    public async Task A_folder_with_something_else_in_it_is_left_alone()
    {
        _folder.Write("bench/mine.txt", "mine");

        (await RunAsync("--peers", "none", "--only", "analysis")).AssertFailure("bench holds something else");
        Assert.True(File.Exists(_folder.At("bench/mine.txt")));
    }

    [Theory]
    [InlineData("--only", "sorting", "There is no work sorting; there are analysis")]
    [InlineData("--peers", "lucene9", "There is no peer lucene9; there are lucene8 and lucene4.")]
    public async Task An_unknown_name_is_answered_with_those_that_there_are(string option, string value, string message) =>
        (await RunAsync(option, value)).AssertFailure(message);

    private static void DemandPeers()
    {
        var judges = Environment.GetEnvironmentVariable("NEWSSEARCH_JUDGES");
        var classes = Path.Combine(judges ?? Repository.PathOf(".cache", "judges"), "bench8", "BenchPeer.class");
        if (judges is null) Skip.IfNot(File.Exists(classes), $"There is no {classes}: run ./test.sh once.");
        else Assert.True(File.Exists(classes), $"NEWSSEARCH_JUDGES is set, but there is no {classes}.");
    }

    private Task<ProgramResult> RunAsync(params string[] options) =>
        NewsSearchProgram.RunAsync(Repository.Root, ["bench", s_sample, "--work", _folder.At("bench"), "--warm", "0", .. options]);
}
