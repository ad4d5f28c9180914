using NewsSearch.Archive.Journaling;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests;

namespace NewsSearch.Archive.Tests.Journaling;

/// <summary>The example of JOURNAL-FORMAT.md is what the journal writes and what it reads.</summary>
public sealed class JournalExampleTests
{
    private static readonly JournalRecord[] Writes =
        [JournalRecord.Put(new Article { Id = "甲", Title = "桥", Body = "通车" }), JournalRecord.Delete("乙")];

    [Fact]
    public void The_journal_writes_the_bytes_of_the_example()
    {
        using var directory = new MemoryDirectory();
        using (var file = JournalFile.Begin(directory, 7))
        {
            var group = new JournalGroup(7);
            foreach (var write in Writes) group.Add(write.Encode());
            file.Write(group.Close());
            file.TryEnd(9);
        }

        Assert.Equal(Convert.ToHexString(Example()), Convert.ToHexString(directory.ReadFile("articles_7.journal")));
    }

    [Fact]
    public void The_journal_reads_the_bytes_of_the_example()
    {
        using var directory = new MemoryDirectory();
        directory.WriteFile("articles_7.journal", Example());
        var found = new List<JournalRecord>();
        using var journal = Journal.Open(directory, committed: 6, found.Add);
        Assert.Equal(Writes.Select(write => Convert.ToHexString(write.Encode())), found.Select(write => Convert.ToHexString(write.Encode())));
        Assert.Equal(8, journal.LastSequence);
        Assert.Equal(new JournalRecovery(2, 0), journal.Recovery);
    }

    private static byte[] Example()
    {
        var lines = File.ReadLines(Repository.PathOf("src", "NewsSearch.Archive", "Journaling", "JOURNAL-FORMAT.md"));
        var block = lines.SkipWhile(line => line != "```hex articles_7.journal").Skip(1).TakeWhile(line => line != "```");
        return Convert.FromHexString(string.Concat(block.Select(line => line.Split('#')[0].Replace(" ", "", StringComparison.Ordinal))));
    }
}
