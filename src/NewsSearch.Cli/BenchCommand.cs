using System.CommandLine;
using NewsSearch.Cli.Measuring;

namespace NewsSearch.Cli;

/// <summary><c>newssearch bench PATH…</c>: measures this program beside Java Lucene on the same articles and queries.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore, Description = "Files or folders of articles, as index takes them." };
        var work = new Option<string>("--work") { HelpName = "DIR", Description = "Where corpus, queries, indexes and figures are kept.", Required = true };
        var only = new Option<string>("--only")
        {
            HelpName = "LIST", Description = $"Some of {string.Join(',', BenchWorks.Known)}; none prints what was measured before.",
            DefaultValueFactory = _ => string.Join(',', BenchWorks.All),
        };
        var shipped = new Option<string?>("--index") { HelpName = "DIR", Description = "An index of the same articles that newssearch index made, to search instead of building one." };
        var queriesFrom = new Option<string?>("--queries-from") { HelpName = "DIR", Description = "Take the ranked queries of another such folder, to see how their time grows." };
        var acceptUntitled = new Option<bool>("--accept-untitled") { Description = "Take articles without a title too, as index does with the same option." };
        var hot = new Option<string?>("--hot") { HelpName = "FILE", Description = "Readers' queries for the work hot: JSON Lines, the text is query; may end in .gz." };
        var peers = new Option<string>("--peers")
        {
            HelpName = "LIST", Description = "Whom to compare with; none for nobody.", DefaultValueFactory = _ => $"{BenchSide.Lucene8},{BenchSide.Lucene4}",
        };
        var articles = Number("--articles", "Articles at most, evenly chosen; 0 for all.", 0);
        var queries = Number("--queries", "Queries of words; of every other kind there are a quarter as many.", 1000);
        var rounds = Number("--rounds", "How often each side gets its turn.", 5);
        var passes = Number("--passes", "How often a turn answers all queries.", 2);
        var warming = Number("--warm", "Seconds that a side answers queries before its first turn.", 6);
        var requests = Number("--requests", "Requests of a turn that loads the server; a tenth of them where none repeats.", 20_000);
        var seed = new Option<ulong>("--seed") { HelpName = "N", Description = "Decides the queries.", DefaultValueFactory = _ => 20260101 };
        var isContinuing = new Option<bool>("--continue") { Description = "Add to what was measured in DIR before, instead of beginning anew." };
        var java = new Option<string>("--java") { HelpName = "OPTIONS", Description = "Options of the Java virtual machine.", DefaultValueFactory = _ => "-Xmx1g" };
        var command = new DetailedCommand("bench", "Measure this program beside Java Lucene on the same articles.", """
            Works: analysis (text cut into words), index1 and index2 (an index built by one thread and by two), counts (the ten best articles, the exact
            total, counts by source, channel and month), top (the ten best), fetch (ten stored articles), related (related reading), literal (a piece of
            text anywhere; ours only), quoted (pieces of articles in quotes, through the whole product), http (the server
            under load beside a bare endpoint of it), hot (readers' queries, only where --hot names them:
            the product, then the words of SmartChineseAnalyzer on the same engine, all and any).

            Every side is a process of its own and they work in turn. Their answers are compared: where they differ, the run fails. The tables are
            Markdown. tests/peers/README.md describes the peers; ./test.sh --prepare fetches and compiles them.
            """)
        {
            paths, work, only, shipped, queriesFrom, acceptUntitled, hot, peers, articles, queries, rounds, passes, warming, requests, seed, isContinuing, java,
        };
        command.SetAction(parsed =>
        {
            var plan = new BenchPlan
            {
                Works = Works(parsed.GetValue(only)!), Rounds = parsed.GetValue(rounds), Passes = parsed.GetValue(passes), WarmSeconds = parsed.GetValue(warming),
                Requests = parsed.GetValue(requests), ShippedIndex = parsed.GetValue(shipped), HotFile = parsed.GetValue(hot),
            };
            Run(
                parsed.GetValue(paths)!, new BenchFolder(parsed.GetValue(work)!), parsed.GetValue(acceptUntitled), parsed.GetValue(articles), parsed.GetValue(queries),
                parsed.GetValue(seed), parsed.GetValue(queriesFrom), Sides(parsed.GetValue(peers)!, parsed.GetValue(java)!), parsed.GetValue(isContinuing), plan);
        });
        return command;
    }

    private static Option<int> Number(string name, string description, int standard) =>
        new(name) { HelpName = "N", Description = description, DefaultValueFactory = _ => standard };

    private static void Run(
        string[] paths, BenchFolder folder, bool acceptsUntitled, int articles, int queries, ulong seed, string? queriesFrom, List<BenchSide> sides, bool isContinuing, BenchPlan plan)
    {
        Surroundings.NoteLoad();
        folder.Prepare(paths, acceptsUntitled, articles, queries, seed, queriesFrom);
        if (!isContinuing && plan.Works.Count > 0) File.Delete(folder.Measurements);
        new BenchRun(folder, sides, plan, Console.Error.WriteLine).Run();
        Surroundings.Print(
            Console.Out, "Beside Java Lucene",
            [
                ("corpus", $"{folder.ArticleCount:N0} articles, {new FileInfo(folder.Corpus).Length / 1e6:N1} MB of UTF-8 as text, {queries:N0} queries of seed {seed}"),
                .. sides.Select(Describe),
            ]);
        List<Measurement> measurements = File.Exists(folder.Measurements) ? [.. File.ReadLines(folder.Measurements).Select(Measurement.Parse)] : [];
        new BenchReport(measurements, sides).Print(Console.Out);
        new ProductReport(measurements).Print(Console.Out);
        new HttpReport(measurements).Print(Console.Out);
    }

    private static (string Title, string Text) Describe(BenchSide side)
    {
        using var worker = WorkerProcess.Start(side);
        var answer = worker.Ask("describe");
        var options = side.IsOurs ? "" : $", {string.Join(' ', side.Arguments.TakeWhile(argument => argument != "-cp"))}";
        return (side.Title, $"{answer.Text("runtime")}{options}, memory it may take {answer.Number("heap") / 1e6:N0} MB");
    }

    private static List<BenchSide> Sides(string peers, string javaOptions) =>
        [BenchSide.Ours(), .. Names(peers).Select(peer => BenchSide.Java(peer, javaOptions.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

    private static string[] Works(string list)
    {
        var works = Names(list);
        if (works.FirstOrDefault(work => !BenchWorks.Known.Contains(work)) is { } unknown)
            throw new NotSupportedException($"There is no work {unknown}; there are {string.Join(", ", BenchWorks.Known)}.");
        return works;
    }

    private static string[] Names(string list) => list == "none" ? [] : list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
