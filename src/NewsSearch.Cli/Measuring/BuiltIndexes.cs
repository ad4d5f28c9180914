namespace NewsSearch.Cli.Measuring;

/// <summary>The indexes that are searched: those of the folder, built where they are not there yet, or one as shipped from elsewhere.</summary>
internal sealed class BuiltIndexes(BenchFolder folder, IReadOnlyList<BenchSide> sides, BenchPlan plan, Action<string> progress)
{
    private const string BuiltMark = ".built";

    /// <summary>A side's index of words.</summary>
    public string Words(string side) => Get(sides.Single(named => named.Name == side), "index", WordsOf(side));

    /// <summary>The index of all the product's fields.</summary>
    public string Shipped() => plan.ShippedIndex ?? Get(sides.Single(side => side.IsOurs), "index-shipped", "shipped");

    /// <summary>Builds a side's index of words anew.</summary>
    public WorkerAnswer BuildWords(BenchSide side, int threads) => Build(side, "index", WordsOf(side.Name), threads);

    /// <summary>Builds the index of all the product's fields anew.</summary>
    public WorkerAnswer BuildShipped(BenchSide side, int threads) => Build(side, "index-shipped", "shipped", threads);

    private static string WordsOf(string side) => $"words-{side}";

    private string Get(BenchSide side, string command, string index)
    {
        if (!File.Exists(folder.Index(index) + BuiltMark)) Build(side, command, index, 1);
        return folder.Index(index);
    }

    /// <summary>Builds an index in a process of its own. That of one thread stays, to be searched.</summary>
    private WorkerAnswer Build(BenchSide side, string command, string index, int threads)
    {
        var path = folder.Index(threads == 1 ? index : index + "-threads");
        File.Delete(path + BuiltMark);
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        progress($"{side.Name}: {command}, threads: {threads}");
        using var worker = WorkerProcess.Start(side);
        var answer = worker.Ask(command, folder.Corpus, path, $"{threads}", $"{plan.BufferMegabytes}");
        if (threads == 1) File.WriteAllText(path + BuiltMark, "");
        else Directory.Delete(path, recursive: true);
        return answer;
    }
}
