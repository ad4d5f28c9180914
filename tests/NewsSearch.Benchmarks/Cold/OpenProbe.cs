using System.Diagnostics;
using System.Runtime;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Archive.Searching;

namespace NewsSearch.Benchmarks.Cold;

/// <summary>What a process found that did nothing but open an index and search it; all times in milliseconds.</summary>
/// <param name="Start">From the wish to start the process to its first line of code.</param>
/// <param name="Open">Opening the index.</param>
/// <param name="FirstAnswer">The first page of results, compiling the code and reading the dictionary of words included.</param>
/// <param name="SecondAnswer">The second page, for another query.</param>
/// <param name="Cpu">Processor time of the process until the first answer, the start of the runtime included.</param>
/// <param name="Compiling">What of the time until the first answer went into compiling methods.</param>
/// <param name="CompiledMethods">How many these were.</param>
/// <param name="Opened">Memory after the first answer.</param>
/// <param name="Searched">Memory after all queries.</param>
/// <param name="Queries">How many these were.</param>
internal sealed record OpenProbe(
    double Start, double Open, double FirstAnswer, double SecondAnswer, double Cpu, double Compiling, int CompiledMethods,
    ProcessMemory Opened, ProcessMemory Searched, int Queries)
{
    /// <summary>Measures this process.</summary>
    /// <param name="folder">The index.</param>
    /// <param name="queryFile">Texts to search for, one a line.</param>
    /// <param name="askedAt">When the process was asked for, by the clock of <see cref="Stopwatch"/>, which all processes share.</param>
    public static OpenProbe Run(string folder, string queryFile, long askedAt)
    {
        var start = Stopwatch.GetElapsedTime(askedAt);
        var queries = File.ReadAllLines(queryFile);
        var begun = Stopwatch.GetTimestamp();
        using var searcher = LocalNewsSearcher.Open(folder);
        var open = Stopwatch.GetElapsedTime(begun);
        var first = Time(searcher, queries[0]);
        var cpu = Environment.CpuUsage.TotalTime.TotalMilliseconds;
        var (compiling, methods) = (JitInfo.GetCompilationTime().TotalMilliseconds, JitInfo.GetCompiledMethodCount());
        var second = Time(searcher, queries[1]);
        var opened = ProcessMemory.Now(folder);
        foreach (var query in queries) Ask(searcher, query);
        var searched = ProcessMemory.Now(folder);
        return new OpenProbe(start.TotalMilliseconds, open.TotalMilliseconds, first, second, cpu, compiling, (int)methods, opened, searched, queries.Length);
    }

    public void Print(TextWriter output) => output.WriteLine(JsonSerializer.Serialize(this));

    public static OpenProbe Parse(string line) => JsonSerializer.Deserialize<OpenProbe>(line) ?? throw new InvalidDataException("The process printed nothing.");

    private static double Time(LocalNewsSearcher searcher, string text)
    {
        var begun = Stopwatch.GetTimestamp();
        Ask(searcher, text);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static void Ask(LocalNewsSearcher searcher, string text) =>
        searcher.SearchAsync(new NewsQuery { Text = text }, CancellationToken.None).GetAwaiter().GetResult();
}
