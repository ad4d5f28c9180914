using System.Globalization;

namespace NewsSearch.Benchmarks.Cold;

/// <summary>Where the memory of this process is; all in bytes.</summary>
/// <param name="Heap">Objects of the program.</param>
/// <param name="Anonymous">Memory of its own that is really there: heap, code, stacks.</param>
/// <param name="IndexResident">Mapped pages of the index that are in memory; the system takes them back when it needs room.</param>
/// <param name="IndexMapped">Mapped bytes of the index, in memory or not.</param>
internal readonly record struct ProcessMemory(long Heap, long Anonymous, long IndexResident, long IndexMapped)
{
    /// <param name="folder">The index.</param>
    public static ProcessMemory Now(string folder)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        var (mapped, resident) = Mapped(Path.GetFullPath(folder));
        return new ProcessMemory(heap, Kilobytes("/proc/self/status", "RssAnon:"), resident, mapped);
    }

    private static long Kilobytes(string file, string name)
    {
        if (!File.Exists(file)) return 0;
        return NumberOf(File.ReadLines(file).First(line => line.StartsWith(name, StringComparison.Ordinal)).Replace('\t', ' '));
    }

    // A mapping is a line with its path at the end, then a line for each of its figures.
    private static (long Mapped, long Resident) Mapped(string folder)
    {
        const string Maps = "/proc/self/smaps";
        var (mapped, resident, isIndex) = (0L, 0L, false);
        if (!File.Exists(Maps)) return (0, 0);
        foreach (var line in File.ReadLines(Maps))
        {
            if (line.StartsWith("Size:", StringComparison.Ordinal) && isIndex) mapped += NumberOf(line);
            else if (line.StartsWith("Rss:", StringComparison.Ordinal) && isIndex) resident += NumberOf(line);
            else if (!line.Split(' ', 2)[0].EndsWith(':')) isIndex = line.Contains(folder, StringComparison.Ordinal);
        }

        return (mapped, resident);
    }

    private static long NumberOf(string line) =>
        1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
