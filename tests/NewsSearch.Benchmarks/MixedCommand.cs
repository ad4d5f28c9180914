using System.CommandLine;
using NewsSearch.Archive;
using NewsSearch.Benchmarks.Corpus;
using NewsSearch.Benchmarks.Load;
using NewsSearch.Benchmarks.Mixed;
using NewsSearch.Cli.Measuring;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Benchmarks;

/// <summary><c>mixed</c>: how long searches take while others index into the same index.</summary>
internal static class MixedCommand
{
    public static Command Create()
    {
        var index = CommonOptions.Index();
        var seconds = CommonOptions.Number("--seconds", "How long each of the phases takes.", 30);
        var threads = CommonOptions.Number("--threads", "Threads that index.", 2);
        var foreground = new Option<bool>("--foreground") { Description = "Index on ordinary threads instead of those that stand back." };
        var refresh = CommonOptions.Number("--refresh", "Milliseconds between two snapshots that searches go on to; every tenth is committed.", 1000);
        var buffer = CommonOptions.Number("--buffer", "MiB of buffered documents that make a segment; small, so that there is much to merge.", 8);
        var queries = CommonOptions.Number("--queries", "Different queries.", 1000);
        var from = new Option<string>("--from") { HelpName = "DIR", Description = "Real articles to make new ones of.", DefaultValueFactory = _ => DataFolder.Articles() };
        var seed = CommonOptions.Seed();
        var command = new Command("mixed", "Search latency before, while and after two threads index. Works on a copy of the index.")
        {
            index, seconds, threads, foreground, refresh, buffer, queries, from, seed,
        };
        command.SetAction(parsed =>
        {
            using var copy = new IndexCopy(parsed.GetValue(index)!);
            using var directory = new FileSystemDirectory(copy.Folder);
            using var target = new RefreshedTarget(directory);
            var generator = new ArticleGenerator(parsed.GetValue(from)!, parsed.GetValue(seed));
            var mix = QueryMix.Create(target.Searcher, parsed.GetValue(queries), parsed.GetValue(seed));
            var duration = parsed.GetValue(seconds);
            var docCount = target.Searcher.Reader.NumDocs;
            Phase.Run("warm-up", target, mix, Math.Min(10, duration));
            var before = Phase.Run("quiet", target, mix, duration);
            Surroundings.Print(
                Console.Out, "Search while indexing", ("index", copy.Description), ("measured", target.Description),
                ("work", $"{mix.Length:N0} queries from the index (seed {parsed.GetValue(seed)}), again and again by one thread; {duration} s a phase"),
                ("indexed meanwhile", $"{generator.Description}, by {parsed.GetValue(threads)} {(parsed.GetValue(foreground) ? "ordinary threads" : "threads that stand back")}"));
            using var writer = IndexWriter.Open(directory, ArticleSchema.Analyzer, new IndexWriterOptions
            {
                BufferBytes = (long)parsed.GetValue(buffer) << 20,
                MergePolicy = ArticleIndexer.MergePolicy,
            });
            var load = new IndexingLoad(writer, generator, parsed.GetValue(threads), !parsed.GetValue(foreground), target.Show, TimeSpan.FromMilliseconds(parsed.GetValue(refresh)));
            Phase during;
            using (load) during = Phase.Run("while indexing", target, mix, duration);
            var indexed = $"{load.Count / (double)duration:N0} articles/s, {load.RefreshCount} snapshots, {target.Searcher.Reader.SegmentCount} segments in the last";
            writer.WaitForMerges();
            target.Show(writer.OpenReader());
            Report(before, during, Phase.Run("quiet again", target, mix, duration), indexed, growth: target.Searcher.Reader.NumDocs / (double)docCount);
        });
        return command;
    }

    private static void Report(Phase before, Phase during, Phase after, string indexed, double growth)
    {
        var table = new MarkdownTable("phase", "queries", "p50 ms", "p90 ms", "p99 ms", "p99.9 ms", "most ms", "GC pauses ms", "indexed");
        foreach (var (phase, work) in new[] { (before, ""), (during, indexed), (after, "") })
        {
            table.Add(
                phase.Name, $"{phase.Milliseconds.Length:N0}", $"{phase.P50:F3}", $"{Quantiles.At(phase.Milliseconds, 0.9):F3}", $"{phase.P99:F3}",
                $"{Quantiles.At(phase.Milliseconds, 0.999):F3}", $"{phase.Milliseconds.Max():F1}", $"{phase.Pauses.TotalMilliseconds:F0}", work);
        }

        table.Print(Console.Out);
        // The faster it indexes, the larger the index becomes, and longer lists take longer whatever else goes on.
        Console.Out.WriteLine($"Ratio of p99: {during.P99 / before.P99:F2}; of p50: {during.P50 / before.P50:F2}.");
        Console.Out.WriteLine($"To the quiet index afterwards, which is {growth:F1} times as large, p99: {during.P99 / after.P99:F2}; p50: {during.P50 / after.P50:F2}.");
    }
}
