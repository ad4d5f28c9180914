using System.CommandLine;
using NewsSearch.Benchmarks.Load;
using NewsSearch.Cli.Measuring;

namespace NewsSearch.Benchmarks;

/// <summary><c>kinds</c>: what one query of each kind costs: processor time and allocated memory.</summary>
internal static class KindsCommand
{
    public static Command Create()
    {
        var index = CommonOptions.Index();
        var passes = CommonOptions.Number("--passes", "How often all queries of a kind are answered.", 5);
        var queries = CommonOptions.Number("--queries", "Different queries.", 800);
        var pages = new Option<bool>("--pages") { Description = "Measure whole pages of results instead of the engine alone." };
        var seed = CommonOptions.Seed();
        var command = new Command("kinds", "Processor time and allocated memory of each kind of query, on one thread.") { index, passes, queries, pages, seed };
        command.SetAction(parsed =>
        {
            using var opened = new OpenedIndex(parsed.GetValue(index)!);
            var mix = QueryMix.Create(opened.Searcher, parsed.GetValue(queries), parsed.GetValue(seed));
            var target = opened.Target(parsed.GetValue(pages));
            Round.WarmUp(target, mix);
            Surroundings.Print(
                Console.Out, "Cost of a query", ("index", opened.Description), ("measured", target.Description),
                ("work", $"{mix.Length:N0} queries from the index (seed {parsed.GetValue(seed)}), {parsed.GetValue(passes)} times"));
            Report(target, mix, parsed.GetValue(passes));
        });
        return command;
    }

    private static void Report(ISearchTarget target, MeasuredQuery[] mix, int passes)
    {
        var table = new MarkdownTable("kind", "queries", "articles found (mean)", "CPU µs", "p50 µs", "p99 µs", "bytes", "GC 0/1/2");
        foreach (var kind in mix.GroupBy(query => query.Name))
        {
            var round = Round.Run(target, [.. kind], passes, 1);
            table.Add(
                kind.Key, $"{kind.Count():N0}", $"{(double)round.TotalHits / round.Queries:N0}", $"{round.Cpu.TotalMicroseconds / round.Queries:F1}",
                $"{Quantiles.At(round.Milliseconds, 0.5) * 1000:F1}", $"{Quantiles.At(round.Milliseconds, 0.99) * 1000:F1}",
                $"{round.AllocatedBytes / round.Queries:N0}", $"{round.Collections.Gen0}/{round.Collections.Gen1}/{round.Collections.Gen2}");
        }

        table.Print(Console.Out);
    }
}
