namespace NewsSearch.Cli.Measuring;

/// <summary>What a benchmark does, and how often.</summary>
internal sealed record BenchPlan
{
    /// <summary>Of <see cref="BenchWorks.All"/>.</summary>
    public required IReadOnlyList<string> Works { get; init; }

    /// <summary>How often each side gets its turn.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>How often a turn answers all queries.</summary>
    public int Passes { get; init; } = 2;

    /// <summary>How long a worker answers queries unmeasured before its first turn, so that its compiler is done.</summary>
    public double WarmSeconds { get; init; } = 6;

    /// <summary>Memory for buffered documents of an index writer, in MiB, on every side.</summary>
    public int BufferMegabytes { get; init; } = 64;

    /// <summary>Requests of a turn that loads the server.</summary>
    public int Requests { get; init; } = 20_000;

    /// <summary>An index of all the product's fields that is there already; null to build one.</summary>
    public string? ShippedIndex { get; init; }

    /// <summary>A file of readers' queries, as <see cref="ReadersQueries"/> reads it.</summary>
    public string? HotFile { get; init; }

    /// <summary>Text that is analysed in a turn, in MB.</summary>
    public int AnalysisMegabytes { get; init; } = 8;
}
