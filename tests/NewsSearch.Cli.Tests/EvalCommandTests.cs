using NewsSearch.Cli.Tests.Support;

namespace NewsSearch.Cli.Tests;

public sealed class EvalCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async Task InitializeAsync()
    {
        _folder.Write("a.jsonl",
            Some.Line("bridge"),
            Some.Line("ferry", "渡轮停航", "新桥通车后渡轮停航。", "云岫晚报"),
            """{"id": "flash", "body": "渡轮公司宣布转型。下月起经营观光航线。"}""",
            Some.Line("harvest", "北岗村秋收", "稻田开镰，收割机清晨下地。", "田野周刊"));
        (await NewsSearchProgram.RunAsync(_folder.Path, "index", "a.jsonl", "--accept-untitled", "--index", "x")).AssertExit(0);
        _folder.Write("tags.jsonl", """{"query": "新桥", "relevant": ["bridge"]}""", """{"query": "渡轮", "relevant": ["ferry", "gone"]}""", """{"query": "无人", "relevant": ["gone"]}""");
        _folder.Write("summaries.jsonl", """{"query": "渡轮公司转型", "id": "flash", "score": 5}""", """{"query": "北岗", "id": "flash", "score": 2}""");
    }

    public Task DisposeAsync()
    {
        _folder.Delete();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Every_set_and_measure_has_a_row_and_so_has_the_mean()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "eval", "--queries", "tags.jsonl", "summaries.jsonl", "--index", "x", "--markdown");

        run.AssertExit(0);
        Assert.Contains("| set          | queries | measure    |   ours | baseline | difference |      p | win/tie/loss |", run.Output);
        Assert.Contains("| tags         |       2 | nDCG@10    | 1.0000 |   1.0000 |     0.0000 | 1.0000 |        0/2/0 |", run.Output);
        Assert.Contains("| mean of sets |       3 |", run.Output);
        Assert.Equal(11, run.Output.Split('\n').Count(line => line.StartsWith('|')));
        Assert.Contains("- tags: searched within 云岫晚报, 滨江日报", run.Output);
        Assert.Contains("- tags: 1 queries left out", run.Output);
        Assert.Contains("- tags: 2 relevant articles are not in the index", run.Output);
        Assert.Contains("- summaries: 1 lines passed over", run.Output);
        Assert.DoesNotContain("summaries: searched within", run.Output);
        Assert.True(Directory.Exists(_folder.At("x.baseline")));
    }

    [Fact]
    public async Task The_baseline_is_built_once()
    {
        var first = await NewsSearchProgram.RunAsync(_folder.Path, "eval", "--queries", "tags.jsonl", "--index", "x", "--baseline-dir", "b");
        var second = await NewsSearchProgram.RunAsync(_folder.Path, "eval", "--queries", "tags.jsonl", "--index", "x", "--baseline-dir", "b");

        Assert.Contains("baseline b: 4 of 4 articles", first.Error);
        Assert.DoesNotContain("baseline b", second.Error);
        Assert.Contains("│ tags │", second.Output);
        Assert.DoesNotContain("mean of sets", second.Output);
    }

    [Fact]
    public async Task The_figures_of_every_query_go_into_a_file()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "eval", "--queries", "tags.jsonl", "--index", "x", "--within", "all", "--per-query", "q.csv");

        run.AssertExit(0);
        var lines = File.ReadAllLines(_folder.At("q.csv"));
        Assert.StartsWith("set,id,query,relevant,returned ours,returned baseline,nDCG@10 ours,nDCG@10 baseline,nDCG@10 difference,MRR@10 ours", lines[0]);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("tags,新桥,新桥,1,2,2,1,1,0,1,1,0,1,1,0,", lines[1]);
    }

    [Fact]
    public async Task Topics_of_TREC_come_with_judgements()
    {
        _folder.Write("topics.tsv", "7\t渡轮");
        _folder.Write("qrels", "7 0 ferry 2", "7 0 flash 1");

        var run = await NewsSearchProgram.RunAsync(_folder.Path, "eval", "--queries", "topics.tsv", "tags.jsonl", "--qrels", "qrels", "--index", "x", "--within", "source=云岫晚报");

        run.AssertExit(0);
        Assert.Contains("│ topics       │       1 │ nDCG@10", run.Output);
        Assert.Contains("topics: searched within 云岫晚报", run.Output);
    }

    [Fact]
    public async Task What_can_not_be_measured_is_refused_before_any_work()
    {
        _folder.Write("hot.jsonl", """{"date": "2020-11-24", "query": "渡轮"}""");
        _folder.Write("topics.tsv", "7\t渡轮");

        (await EvalAsync("hot.jsonl")).AssertFailure("hot.jsonl:1: ", "without judgements");
        (await EvalAsync("topics.tsv")).AssertFailure("topics.tsv: 1 files with TREC topics, but 0 with --qrels");
        (await EvalAsync("nothing.jsonl")).AssertFailure("nothing.jsonl");
        (await EvalAsync("tags.jsonl", "tags.jsonl")).AssertFailure("two sets have this name");
        (await EvalAsync("tags.jsonl", "--within", "somewhere")).AssertFailure("\"somewhere\" is none of judged, all, source=NAME");
        Assert.False(Directory.Exists(_folder.At("x.baseline")));
    }

    [Fact]
    public async Task A_folder_without_an_index_fails_with_a_remedy()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "eval", "--queries", "tags.jsonl", "--index", "nowhere");

        run.AssertFailure("nowhere", "newssearch index");
        Assert.False(Directory.Exists(_folder.At("nowhere.baseline")));
    }

    private Task<ProgramResult> EvalAsync(params string[] arguments) => NewsSearchProgram.RunAsync(_folder.Path, ["eval", "--index", "x", "--queries", .. arguments]);
}
