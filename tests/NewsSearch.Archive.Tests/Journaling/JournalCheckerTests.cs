using NewsSearch.Archive.Journaling;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests;

namespace NewsSearch.Archive.Tests.Journaling;

/// <summary>The checker says what opening would do, and leaves everything as it is.</summary>
public sealed class JournalCheckerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FileSystemDirectory _directory;

    public JournalCheckerTests() => _directory = new FileSystemDirectory(_folder.FullName);

    public void Dispose()
    {
        _directory.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Without_writes_since_the_commit_there_is_nothing_to_tell()
    {
        Write(commit: true, "a", "b");

        Assert.Equal(new JournalReport(null, 0, 0, null), JournalChecker.Check(_directory));
    }

    [Fact]
    public void Writes_that_wait_for_a_commit_are_counted_and_stay()
    {
        Write(commit: true, "a");
        Write(commit: false, "b", "c");

        Assert.Equal(new JournalReport("articles_2.journal", 2, 0, null), JournalChecker.Check(_directory));
        Assert.Equal(new JournalReport("articles_2.journal", 2, 0, null), JournalChecker.Check(_directory));
        using var indexer = ArticleIndexer.Open(_folder.FullName);
        Assert.Equal(2, indexer.Recovery.WriteCount);
    }

    [Fact]
    public void A_torn_end_is_counted_and_stays()
    {
        Write(commit: false, "a", "b");
        Change(file => file.Append([0xFF, (byte)'N', (byte)'S', (byte)'G', 0, 0]));

        Assert.Equal(new JournalReport("articles_1.journal", 2, 6, null), JournalChecker.Check(_directory));
        Change(file => Assert.Equal(6, JournalReader.Read(file, 1, (_, _) => { }).TornBytes));
    }

    [Fact]
    public void An_acknowledged_write_that_broke_is_a_problem_with_its_file_and_number()
    {
        Write(commit: false, "a", "b");
        Change(file =>
        {
            var bytes = new byte[file.Length];
            file.Read(0, bytes);
            bytes[JournalFormat.HeaderLength + 20] ^= 1;
            file.Truncate(0);
            file.Append(bytes);
        });

        var problem = JournalChecker.Check(_directory).Problem!;
        Assert.Contains("articles_1.journal", problem, StringComparison.Ordinal);
        Assert.Contains("write 1, which had been acknowledged", problem, StringComparison.Ordinal);
    }

    private void Write(bool commit, params string[] ids)
    {
        using var indexer = ArticleIndexer.Open(_folder.FullName);
        foreach (var id in ids) indexer.AddAsync(new Article { Id = id, Title = "题", Body = "文" }).GetAwaiter().GetResult();
        if (commit) indexer.Commit();
    }

    private void Change(Action<AppendFile> change)
    {
        using var file = _directory.OpenAppend("articles_1.journal");
        change(file);
    }
}
