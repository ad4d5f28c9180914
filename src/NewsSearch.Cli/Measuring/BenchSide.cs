namespace NewsSearch.Cli.Measuring;

/// <summary>One of those that are compared, and how its worker is started.</summary>
/// <param name="Name">As measurements name it.</param>
/// <param name="Title">As tables name it.</param>
/// <param name="Program">What is started.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record BenchSide(string Name, string Title, string Program, IReadOnlyList<string> Arguments)
{
    public const string OursName = "ours";
    public const string Lucene8 = "lucene8";
    public const string Lucene4 = "lucene4";

    /// <summary>Says where a command finds the jars and the classes of the peers; tests/peers/README.md has more.</summary>
    private const string Advice = "Run ./test.sh --prepare in the repository, or leave the peer out with --peers.";

    public bool IsOurs => Name == OursName;

    /// <summary>This program in a process of its own.</summary>
    public static BenchSide Ours()
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The program does not know where it is.");
        // Where it runs by "dotnet newssearch.dll", the process is dotnet.
        string[] assembly = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(BenchSide).Assembly.Location] : [];
        return new BenchSide(OursName, "NewsSearch", program, [.. assembly, BenchWorkerCommand.Name]);
    }

    /// <summary>A version of Java Lucene.</summary>
    /// <param name="name"><see cref="Lucene8"/> or <see cref="Lucene4"/>.</param>
    /// <param name="javaOptions">Options of the virtual machine, its heap above all.</param>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public static BenchSide Java(string name, IEnumerable<string> javaOptions)
    {
        var (title, jarsVariable, classes) = name switch
        {
            Lucene8 => ("Java Lucene 8.7.0", "NEWSSEARCH_LUCENE8_JARS", "bench8"),
            Lucene4 => ("Java Lucene 4.10.4", "NEWSSEARCH_LUCENE4_JARS", "bench4"),
            _ => throw new FileNotFoundException($"There is no peer {name}; there are {Lucene8} and {Lucene4}."),
        };
        var jars = Find(jarsVariable, name);
        var compiled = Path.Combine(Find("NEWSSEARCH_JUDGES", "judges"), classes);
        if (!File.Exists(Path.Combine(compiled, "BenchPeer.class"))) throw new FileNotFoundException($"{title}: there is no {compiled}/BenchPeer.class. {Advice}");
        return new BenchSide(name, title, "java", [.. javaOptions, "-cp", $"{jars}{Path.DirectorySeparatorChar}*{Path.PathSeparator}{compiled}", "BenchPeer"]);
    }

    private static string Find(string variable, string cacheName)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named) return named;
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var cached = Path.Combine(folder.FullName, ".cache", cacheName);
            if (Directory.Exists(cached)) return cached;
        }

        throw new FileNotFoundException($"There is no .cache/{cacheName} here or above, and {variable} is not set. {Advice}");
    }
}
