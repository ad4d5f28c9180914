using System.Diagnostics;
using System.Text;

namespace NewsSearch.SmartCn.Tests.Support;

/// <summary>Runs the Java programs of tests/peers/lucene8. Needs java on the PATH and the jars in the folder NEWSSEARCH_LUCENE8_JARS.</summary>
internal static class JavaPeer
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);

    /// <summary>Why tests with Java cannot run here, or null if they can.</summary>
    public static string? Missing
    {
        get
        {
            if (!Directory.Exists(Jars)) return "NEWSSEARCH_LUCENE8_JARS names no folder with the jars of Lucene 8.7.0";
            var path = Environment.GetEnvironmentVariable("PATH") ?? "";
            return path.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "java"))) ? null : "there is no java on the PATH";
        }
    }

    private static string? Jars => Environment.GetEnvironmentVariable("NEWSSEARCH_LUCENE8_JARS");

    /// <summary>Feeds a program with lines and returns the lines that it prints.</summary>
    public static string[] Run(string program, IEnumerable<string> input)
    {
        var start = new ProcessStartInfo("java")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = Encoding.ASCII,
            StandardOutputEncoding = Encoding.ASCII,
            ArgumentList = { "-cp", Path.Combine(Jars!, "*"), Fixture.RepositoryFile($"tests/peers/lucene8/{program}.java") },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        foreach (var line in input)
        {
            process.StandardInput.Write(line);
            process.StandardInput.Write('\n');
        }

        process.StandardInput.Close();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill();
            throw new TimeoutException($"{program} did not end within {s_limit}");
        }

        Assert.Equal(0, process.ExitCode);
        return output.Result.Split('\n', StringSplitOptions.None)[..^1];
    }
}
