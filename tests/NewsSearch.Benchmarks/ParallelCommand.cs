using System.CommandLine;
using NewsSearch.Benchmarks.Load;
using NewsSearch.Cli.Measuring;

namespace NewsSearch.Benchmarks;

/// <summary><c>parallel</c>: how throughput grows with threads that search at once.</summary>
internal static class ParallelCommand
{
    public static Command Create()
    {
        var index = CommonOptions.Index();
        var threads = new Option<string>("--threads") { HelpName = "LIST", Description = "Thread counts, the first two being the base of the ratios.", DefaultValueFactory = _ => "1,2,4,8" };
        var seconds = CommonOptions.Number("--seconds", "How long one thread takes for the work of a round, about.", 10);
        var rounds = CommonOptions.Number("--rounds", "How often each thread count gets its turn.", 5);
        var queries = CommonOptions.Number("--queries", "Different queries.", 1000);
        var pages = new Option<bool>("--pages") { Description = "Measure whole pages of results instead of the engine alone." };
        var seed = CommonOptions.Seed();
        var command = new Command("parallel", "Throughput of 1, 2, 4, 8 threads that search at once.") { index, threads, seconds, rounds, queries, pages, seed };
        command.SetAction(parsed =>
        {
            using var opened = new OpenedIndex(parsed.GetValue(index)!);
            var mix = QueryMix.Create(opened.Searcher, parsed.GetValue(queries), parsed.GetValue(seed));
            var target = opened.Target(parsed.GetValue(pages));
            var passes = Math.Max(1, (int)Math.Round(parsed.GetValue(seconds) / Round.WarmUp(target, mix).Cpu.TotalSeconds));
            int[] counts = [.. parsed.GetValue(threads)!.Split(',').Select(int.Parse)];
            var done = Run(target, mix, passes, counts, parsed.GetValue(rounds));
            Surroundings.Print(
                Console.Out, "Parallel search", ("index", opened.Description), ("measured", target.Description),
                ("work", $"{mix.Length:N0} queries from the index (seed {parsed.GetValue(seed)}), {passes} times a round; rounds: {done.Count}, thread counts in turn"));
            Report(done, counts);
        });
        return command;
    }

    private static List<Dictionary<int, Round>> Run(ISearchTarget target, MeasuredQuery[] mix, int passes, int[] counts, int roundCount)
    {
        var rounds = new List<Dictionary<int, Round>>();
        for (var i = 0; i < roundCount; i++) rounds.Add(counts.ToDictionary(count => count, count => Round.Run(target, mix, passes, count)));
        if (rounds.SelectMany(round => round.Values).DistinctBy(round => round.TotalHits).Count() != 1)
            throw new InvalidOperationException("The same queries found different numbers of articles in different rounds.");
        return rounds;
    }

    private static void Report(List<Dictionary<int, Round>> rounds, int[] counts)
    {
        var table = new MarkdownTable(
            "threads", "queries/s (median)", "least", "most", "p50 ms", "p99 ms", "CPU µs/query", "KB/query", "GC 0/1/2 a round", "GC pauses");
        foreach (var count in counts)
        {
            Round[] all = [.. rounds.Select(round => round[count])];
            var times = all.SelectMany(round => round.Milliseconds).ToArray();
            var queryCount = all.Sum(round => (long)round.Queries);
            table.Add(
                $"{count}",
                $"{Quantiles.Median(all.Select(round => round.QueriesPerSecond)):N0}",
                $"{all.Min(round => round.QueriesPerSecond):N0}",
                $"{all.Max(round => round.QueriesPerSecond):N0}",
                $"{Quantiles.At(times, 0.5):F3}",
                $"{Quantiles.At(times, 0.99):F3}",
                $"{all.Sum(round => round.Cpu.TotalMicroseconds) / queryCount:F1}",
                $"{all.Sum(round => (double)round.AllocatedBytes) / queryCount / 1000:F1}",
                $"{all.Average(round => round.Collections.Gen0):F0}/{all.Average(round => round.Collections.Gen1):F0}/{all.Average(round => round.Collections.Gen2):F0}",
                $"{100 * all.Sum(round => round.Pauses.TotalSeconds) / all.Sum(round => round.Elapsed.TotalSeconds):F1} %");
        }

        table.Print(Console.Out);
        ReportRatios(rounds, counts);
    }

    private static void ReportRatios(List<Dictionary<int, Round>> rounds, int[] counts)
    {
        var table = new MarkdownTable("throughput", "median of the rounds", "least", "most");
        foreach (var (over, under) in counts.Skip(1).Select((count, i) => (count, counts[Math.Min(i, 1)])))
        {
            double[] ratios = [.. rounds.Select(round => round[over].QueriesPerSecond / round[under].QueriesPerSecond)];
            table.Add($"{over} threads / {under}", $"{Quantiles.Median(ratios):F3}", $"{ratios.Min():F3}", $"{ratios.Max():F3}");
        }

        table.Print(Console.Out);
    }
}
