using System.Diagnostics;
using System.Text;

namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>
/// Java Lucene 4.10.4, which reads the format we write. <c>./test.sh</c> unpacks it and compiles the judges of
/// tests/peers; where they are absent a test that asks for them is skipped, unless the environment promised them.
/// </summary>
internal static class JavaLucene
{
    /// <summary>Names the folder of Lucene's jars; <c>.cache/lucene4</c> is looked at when it is not set.</summary>
    public const string JarsVariable = "NEWSSEARCH_LUCENE4_JARS";

    /// <summary>Names the folder of the compiled judges; <c>.cache/judges</c> is looked at when it is not set.</summary>
    public const string JudgesVariable = "NEWSSEARCH_JUDGES";

    // Small programs on small indexes: quick to start, and two of them fit beside each other on a small machine.
    private static readonly string[] JvmOptions = ["-ea", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"];

    private static string JarsFolder => Environment.GetEnvironmentVariable(JarsVariable) ?? Repository.PathOf(".cache", "lucene4");

    private static string JudgeClasses =>
        Path.Combine(Environment.GetEnvironmentVariable(JudgesVariable) ?? Repository.PathOf(".cache", "judges"), "lucene4");

    private static string CoreJar => Path.Combine(JarsFolder, "lucene-core-4.10.4.jar");

    /// <summary>Checks every file of the index in <paramref name="directory"/>, which is only read.</summary>
    /// <exception cref="TimeoutException">It took longer than <paramref name="timeout"/>, by default ten minutes.</exception>
    public static CheckIndexReport CheckIndex(string directory, TimeSpan? timeout = null)
    {
        Demand(JarsVariable, CoreJar);
        using var process = Start(CoreJar, "org.apache.lucene.index.CheckIndex", directory);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(timeout ?? TimeSpan.FromMinutes(10)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"CheckIndex is still at work on {directory}.");
        }
        return new CheckIndexReport(output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult(), process.ExitCode);
    }

    /// <summary>Opens an index for questions. Dispose the session, or the Java process stays.</summary>
    /// <param name="timeout">How long one answer may take, by default a minute.</param>
    public static QueryJudge OpenJudge(string directory, TimeSpan? timeout = null)
    {
        Demand(JarsVariable, CoreJar);
        Demand(JudgesVariable, Path.Combine(JudgeClasses, "QueryJudge.class"));
        RefuseStaleClasses();
        return new QueryJudge(Start(CoreJar + Path.PathSeparator + JudgeClasses, "QueryJudge", directory), timeout ?? TimeSpan.FromMinutes(1));
    }

    /// <summary>A machine without the judge skips; a machine that was told where it is must have it, or CI would judge nothing unnoticed.</summary>
    private static void Demand(string variable, string file)
    {
        if (!HasJava()) Skip.If(Environment.GetEnvironmentVariable(variable) is null, "There is no java in PATH: run ./test.sh once.");
        if (File.Exists(file)) return;
        if (Environment.GetEnvironmentVariable(variable) is not null) throw new FileNotFoundException($"{variable} is set, but there is no {file}.");
        Skip.If(true, $"There is no {file}: run ./test.sh once, or set {variable}.");
    }

    private static bool HasJava() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "java.exe" : "java")));

    private static void RefuseStaleClasses()
    {
        // test.sh touches the stamp whenever it has made sure that the classes are those of the sources.
        var checkedAt = File.GetLastWriteTimeUtc(Path.Combine(JudgeClasses, "stamp"));
        var sources = Directory.EnumerateFiles(Repository.PathOf("tests", "peers", "lucene4"), "*.java");
        var newer = sources.FirstOrDefault(source => File.GetLastWriteTimeUtc(source) > checkedAt);
        if (newer is not null) throw new InvalidOperationException($"{newer} is newer than the compiled judge: run ./test.sh --prepare.");
    }

    private static Process Start(string classPath, string mainClass, string directory)
    {
        var start = new ProcessStartInfo("java", [.. JvmOptions, "-cp", classPath, mainClass, directory])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("java did not start.");
    }
}
