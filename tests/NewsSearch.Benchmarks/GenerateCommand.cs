using System.CommandLine;
using System.Diagnostics;
using NewsSearch.Archive;
using NewsSearch.Benchmarks.Corpus;
using NewsSearch.Cli.Measuring;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Benchmarks;

/// <summary><c>generate</c>: as many articles as one likes, as a file or straight into an index.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var articles = CommonOptions.Number("--articles", "How many.", 1_000_000);
        var from = new Option<string>("--from") { HelpName = "DIR", Description = "Real articles.", DefaultValueFactory = _ => DataFolder.Articles() };
        var file = new Option<string?>("--out") { HelpName = "FILE", Description = "Write them here: .jsonl or .jsonl.gz." };
        var index = new Option<string?>("--index") { HelpName = "DIR", Description = "Index them here; the folder must be empty or absent." };
        var threads = CommonOptions.Number("--threads", "Threads that index. With one, the order of articles in the index is that of their numbers.", 2);
        var isMerging = new Option<bool>("--force-merge") { Description = "Merge the index into one segment." };
        var seed = CommonOptions.Seed();
        var command = new Command("generate", "Make articles out of the sentences of real ones.") { articles, from, file, index, threads, isMerging, seed };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(file) is null) == (result.GetValue(index) is null)) result.AddError("Give either --out or --index.");
        });
        command.SetAction(parsed =>
        {
            var generator = new ArticleGenerator(parsed.GetValue(from)!, parsed.GetValue(seed));
            var started = Stopwatch.GetTimestamp();
            var count = parsed.GetValue(articles);
            if (parsed.GetValue(file) is { } path) Write(generator, count, path);
            else Index(generator, count, parsed.GetValue(index)!, parsed.GetValue(threads), parsed.GetValue(isMerging));
            Report(generator, count, Stopwatch.GetElapsedTime(started));
        });
        return command;
    }

    private static void Write(ArticleGenerator generator, int count, string path)
    {
        using var lines = new ArticleLines(path);
        for (var number = 0; number < count; number++) lines.Write(generator.Create(number));
    }

    private static void Index(ArticleGenerator generator, int count, string folder, int threadCount, bool isMerging)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new IOException($"{folder} is not empty.");
        using var directory = new FileSystemDirectory(folder);
        using var writer = IndexWriter.Open(directory, ArticleSchema.Analyzer);
        var next = -1;
        Parallel.For(0, threadCount, new ParallelOptions { MaxDegreeOfParallelism = threadCount }, _ =>
        {
            for (var number = Interlocked.Increment(ref next); number < count; number = Interlocked.Increment(ref next))
                writer.Add(ArticleSchema.ToDocument(generator.Create(number)));
        });
        if (isMerging) writer.ForceMerge();
        else writer.WaitForMerges();
        var commitData = new Dictionary<string, string>();
        ArticleSchema.Stamp(commitData);
        writer.Commit(commitData);
    }

    private static void Report(ArticleGenerator generator, int count, TimeSpan elapsed)
    {
        Surroundings.Print(Console.Out, "Generated articles", ("corpus", generator.Description));
        var table = new MarkdownTable("articles", "seconds", "articles/s", "CPU seconds", "peak memory, MB");
        table.Add(
            $"{count:N0}", $"{elapsed.TotalSeconds:F1}", $"{count / elapsed.TotalSeconds:N0}",
            $"{Environment.CpuUsage.TotalTime.TotalSeconds:F1}", $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0}");
        table.Print(Console.Out);
    }
}
