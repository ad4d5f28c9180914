using System.CommandLine;
using System.Diagnostics;
using NewsSearch.Benchmarks.Cold;
using NewsSearch.Benchmarks.Load;
using NewsSearch.Cli.Measuring;

namespace NewsSearch.Benchmarks;

/// <summary><c>open</c>: how soon a new process answers, and what memory a searching process has.</summary>
internal static class OpenCommand
{
    private const string Probe = "open-probe";

    public static Command Create()
    {
        var index = CommonOptions.Index();
        var runs = CommonOptions.Number("--runs", "Processes to start.", 10);
        var queries = CommonOptions.Number("--queries", "Queries that each answers.", 1000);
        var isDropping = new Option<bool>("--drop-cache") { Description = "Let the system forget the index's files before each run (Linux)." };
        var seed = CommonOptions.Seed();
        var command = new Command("open", "Time from the start of a process to its first answer, and its memory.") { index, runs, queries, isDropping, seed };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(index)!;
            var queryFile = Path.GetTempFileName();
            try
            {
                var description = WriteQueries(folder, queryFile, parsed.GetValue(queries), parsed.GetValue(seed));
                var probes = new List<OpenProbe>();
                for (var i = 0; i < parsed.GetValue(runs); i++) probes.Add(Start(folder, queryFile, parsed.GetValue(isDropping)));
                Surroundings.Print(
                    Console.Out, "From a cold start", ("index", description), ("files", parsed.GetValue(isDropping) ? "read from the disk" : "in the system's cache"),
                    ("work", $"{probes.Count} processes, {probes[0].Queries:N0} pages of results each (seed {parsed.GetValue(seed)})"));
                ReportTimes(probes);
                ReportMemory(probes);
            }
            finally
            {
                File.Delete(queryFile);
            }
        });
        return command;
    }

    /// <summary>What <c>open</c> starts.</summary>
    public static Command CreateProbe()
    {
        var index = CommonOptions.Index();
        var queryFile = new Option<string>("--queries") { Required = true };
        var askedAt = new Option<long>("--asked-at") { Required = true };
        var command = new Command(Probe, "Started by open.") { index, queryFile, askedAt };
        command.Hidden = true;
        command.SetAction(parsed => OpenProbe.Run(parsed.GetValue(index)!, parsed.GetValue(queryFile)!, parsed.GetValue(askedAt)).Print(Console.Out));
        return command;
    }

    private static string WriteQueries(string folder, string file, int count, ulong seed)
    {
        using var opened = new OpenedIndex(folder);
        File.WriteAllLines(file, QueryMix.Create(opened.Searcher, count, seed).Select(query => query.Text));
        return opened.Description;
    }

    private static OpenProbe Start(string folder, string queryFile, bool isDropping)
    {
        if (isDropping) PageCache.Drop(folder);
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        // Where the program runs by "dotnet NewsSearch.Benchmarks.dll", the process is dotnet.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(OpenCommand).Assembly.Location);
        foreach (var argument in new[] { Probe, "--index", folder, "--queries", queryFile, "--asked-at", $"{Stopwatch.GetTimestamp()}" })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? OpenProbe.Parse(output) : throw new InvalidOperationException("The process failed; see its message above.");
    }

    private static void ReportTimes(List<OpenProbe> probes)
    {
        var table = new MarkdownTable("ms", "median", "least", "most");
        Add("runtime starts", probe => probe.Start);
        Add("index opens", probe => probe.Open);
        Add("first answer", probe => probe.FirstAnswer);
        Add("second answer", probe => probe.SecondAnswer);
        Add("**opening to first answer**", probe => probe.Open + probe.FirstAnswer);
        Add("**start of process to first answer**", probe => probe.Start + probe.Open + probe.FirstAnswer);
        Add("processor time until then", probe => probe.Cpu);
        Add("of it for compiling methods", probe => probe.Compiling);
        Add("methods compiled (number)", probe => probe.CompiledMethods);
        table.Print(Console.Out);

        void Add(string name, Func<OpenProbe, double> time)
        {
            double[] times = [.. probes.Select(time)];
            table.Add(name, $"{Quantiles.Median(times):F1}", $"{times.Min():F1}", $"{times.Max():F1}");
        }
    }

    private static void ReportMemory(List<OpenProbe> probes)
    {
        var table = new MarkdownTable("MB (median)", "after the second answer", $"after {probes[0].Queries:N0}");
        Add("managed heap", memory => memory.Heap);
        Add("memory of the process's own", memory => memory.Anonymous);
        Add("index in memory (cache of the system)", memory => memory.IndexResident);
        Add("index mapped", memory => memory.IndexMapped);
        table.Print(Console.Out);

        void Add(string name, Func<ProcessMemory, long> bytes) => table.Add(
            name,
            $"{Quantiles.Median(probes.Select(probe => bytes(probe.Opened) / 1e6)):F1}",
            $"{Quantiles.Median(probes.Select(probe => bytes(probe.Searched) / 1e6)):F1}");
    }
}
