namespace NewsSearch.Cli.Measuring;

/// <summary>What a side answered for a work in a round.</summary>
/// <param name="Round">The same for all sides that took their turns one after the other.</param>
/// <param name="Side">A side's name.</param>
/// <param name="Work">One of <see cref="BenchWorks"/>, or of the constants here.</param>
/// <param name="Answer">The figures.</param>
internal sealed record Measurement(string Round, string Side, string Work, WorkerAnswer Answer)
{
    /// <summary>Follows the name of an indexing work: with all fields of the product.</summary>
    public const string Shipped = "-shipped";

    /// <summary>Memory after counting, ranking and fetching.</summary>
    public const string Memory = "memory";

    public static Measurement Parse(string line)
    {
        var parts = line.Split('\t', 4);
        return new Measurement(parts[0], parts[1], parts[2], WorkerAnswer.Parse(parts[3]));
    }

    public string ToLine() => $"{Round}\t{Side}\t{Work}\t{Answer}";
}
