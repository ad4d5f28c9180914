using System.Diagnostics;
using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Reading.Checking;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing;

/// <summary>A disk that is really full: a file system in memory of a few megabytes. Only root may mount one; others skip.</summary>
public sealed class FullDiskTests
{
    [SkippableFact]
    public void On_a_full_disk_the_last_commit_stays_whole_and_searchable()
    {
        using var folder = new TemporaryFolder();
        Skip.IfNot(OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder.FullName), "A tmpfs can't be mounted here.");
        try
        {
            FillUp(folder.FullName);
        }
        finally
        {
            Run("umount", "-l", folder.FullName);
        }
    }

    private static void FillUp(string path)
    {
        using var directory = new FileSystemDirectory(path);
        using (var writer = Open(directory))
        {
            for (var i = 0; i < 200; i++) writer.Add(Document(i));
            writer.Commit();
        }

        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        var committed = 200;
        var failing = Open(directory);
        var error = Assert.ThrowsAny<IOException>(() =>
        {
            for (var i = 200; i < 1_000_000; i++)
            {
                failing.Add(Document(i));
                if (i % 500 != 499) continue;
                failing.Commit();
                committed = i + 1;
            }
        });
        Assert.Contains("space", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(200, searcher.Count(new TermQuery("body", "新闻")));
        Assert.Throws<InvalidOperationException>(() => failing.Add(Document(-1)));
        failing.Dispose();

        Assert.True(IndexChecker.Check(directory).IsClean);
        using (var after = DirectoryReader.Open(directory))
        {
            Assert.Equal(committed, after.NumDocs);
            Assert.Equal(committed, new IndexSearcher(after).Count(new TermQuery("body", "新闻")));
        }

        // Closing has made room again by taking back what was not committed: a small change fits.
        using var next = Open(directory);
        next.Delete(new Term("id", "d0"));
        next.Commit();
        using var last = DirectoryReader.Open(directory);
        Assert.Equal(committed - 1, last.NumDocs);
    }

    private static IndexWriter Open(IndexDirectory directory) =>
        IndexWriter.Open(directory, new WhitespaceAnalyzer(), new IndexWriterOptions { BufferBytes = 1 << 18 });

    private static Document Document(int number)
    {
        var noise = new byte[300];
        new Random(number).NextBytes(noise);
        return
        [
            Field.Keyword("id", $"d{number}", isStored: true),
            Field.Text("body", $"新闻 第{number} 号", isStored: true),
            Field.Stored("noise", StoredValue.Of(noise)),
        ];
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
            process!.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
