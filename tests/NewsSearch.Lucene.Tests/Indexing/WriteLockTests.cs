using System.Diagnostics;
using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing;

public sealed class WriteLockTests
{
    [Fact]
    public void A_second_writer_is_told_who_holds_the_index()
    {
        using var folder = new TemporaryFolder();
        using var first = new FileSystemDirectory(folder.FullName);
        using var second = new FileSystemDirectory(folder.FullName);
        using var writer = IndexWriter.Open(first, new WhitespaceAnalyzer());

        var error = Assert.Throws<LockHeldException>(() => IndexWriter.Open(second, new WhitespaceAnalyzer()));

        Assert.Contains($"process {Environment.ProcessId}", error.Message);
    }

    [SkippableFact]
    public void A_writer_that_was_killed_does_not_stand_in_the_way()
    {
        Skip.IfNot(File.Exists("/usr/bin/flock"), "There is no flock(1) here.");
        using var folder = new TemporaryFolder();
        using var directory = new FileSystemDirectory(folder.FullName);
        // Another process that takes the same lock as a writer, says so, and lives until it is killed.
        var start = new ProcessStartInfo("/usr/bin/flock", [Path.Combine(folder.FullName, "write.lock"), "-c", "echo held; exec cat"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            Assert.Equal("held", process.StandardOutput.ReadLine());
            Assert.Throws<LockHeldException>(() => IndexWriter.Open(directory, new WhitespaceAnalyzer()));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            // Its child has the lock too: the pipe ends when both are gone.
            process.StandardOutput.ReadToEnd();
        }

        IndexWriter.Open(directory, new WhitespaceAnalyzer()).Dispose();
    }
}
