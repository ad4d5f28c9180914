using NewsSearch.Archive.Journaling;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Indexing;
using NewsSearch.Lucene.Tests.Store;

namespace NewsSearch.Archive.Tests.Journaling;

/// <summary>
/// What was appended is replayed, in order and once; many callers share a sync; a full disk acknowledges nothing and harms nothing.
/// </summary>
public sealed class JournalTests
{
    private static readonly int[] Sizes =
        [0, 1, 127, 128, 129, 255, 256, 257, 4095, 4096, 4097, (64 << 10) - 1, 64 << 10, (64 << 10) + 1];

    [Fact]
    public async Task Records_of_all_sizes_come_back_in_order()
    {
        using var directory = new MemoryDirectory();
        var ids = new List<string>();
        var random = new Random(3);
        using (var journal = Journal.Open(directory, 0, _ => { }))
        {
            for (var round = 0; round < 10; round++)
            {
                var sizes = (int[])Sizes.Clone();
                random.Shuffle(sizes);
                foreach (var size in sizes)
                {
                    ids.Add(new string((char)('a' + round), size));
                    var append = journal.Append(JournalRecord.Delete(ids[^1]).Encode());
                    if (random.Next(2) == 0) await append;
                }
            }
        }

        Assert.Equal(ids, Replay(directory));
    }

    [Fact]
    public void An_article_comes_back_with_every_part()
    {
        var article = new Article
        {
            Id = "甲\u0001\"", Title = "桥 <b>&\\", Body = "一\n二\u2028\ud83d\ude00", Source = "澜江日报", Channel = ChannelPath.Parse("新闻频道/国内新闻"),
            PublishedAt = new DateTimeOffset(2024, 5, 21, 18, 2, 47, 123, TimeSpan.FromHours(8)).AddTicks(4567), Url = "https://example.org/?a=1&b=2",
            Author = "", Keywords = ["桥", ""], Related = [new EditorialLink("题", null, "05-22"), new EditorialLink("", "段", null)],
        };
        ReadOnlySpan<byte> bytes = JournalRecord.Put(article).Encode();
        var found = JournalRecord.Decode(ref bytes).Article!;
        Assert.True(bytes.IsEmpty);
        Assert.Equal(article.Keywords, found.Keywords);
        Assert.Equal(article.Related, found.Related);
        Assert.Equal(article.PublishedAt!.Value.Offset, found.PublishedAt!.Value.Offset);
        Assert.Equal(article, found with { Keywords = article.Keywords, Related = article.Related });
    }

    [Fact]
    public async Task Callers_that_wait_while_the_disk_is_busy_share_the_next_sync()
    {
        using var directory = new UnreliableDirectory();
        using var isSyncing = new ManualResetEventSlim();
        using var mayGoOn = new ManualResetEventSlim();
        using var journal = Journal.Open(directory, 0, _ => { });
        directory.Syncing = () =>
        {
            isSyncing.Set();
            mayGoOn.Wait();
        };

        var first = journal.Append(JournalRecord.Delete("first").Encode());
        isSyncing.Wait();
        var others = Enumerable.Range(0, 100).Select(number => journal.Append(JournalRecord.Delete("other" + number).Encode())).ToArray();
        Assert.DoesNotContain([first, .. others], task => task.IsCompleted);
        mayGoOn.Set();
        await Task.WhenAll([first, .. others]);

        Assert.Equal(2, journal.GroupCount);
        Assert.Equal(2, directory.SyncCount);
        Assert.Equal(101, journal.LastSequence);
    }

    [Fact]
    public async Task Nothing_is_acknowledged_before_file_and_name_are_synced()
    {
        using var directory = new UnreliableDirectory();
        using var journal = Journal.Open(directory, 0, _ => { });
        for (var number = 0; number < 20; number++)
        {
            await journal.Append(JournalRecord.Delete("id" + number).Encode());
            Assert.Equal(number + 1, Replay(directory.Crash(CrashKind.LoseUnsynced, new Random(1))).Count);
        }
    }

    [Fact]
    public async Task Trimming_removes_the_file_and_the_next_write_begins_another()
    {
        using var directory = new MemoryDirectory();
        using var journal = Journal.Open(directory, 0, _ => { });
        Assert.Empty(directory.ListAll());
        await journal.Append(JournalRecord.Delete("a").Encode());
        await journal.Append(JournalRecord.Delete("b").Encode());
        Assert.Equal(["articles_1.journal"], directory.ListAll());
        journal.Trim();
        Assert.Empty(directory.ListAll());
        await journal.Append(JournalRecord.Delete("c").Encode());
        Assert.Equal(["articles_3.journal"], directory.ListAll());
    }

    [Fact]
    public async Task Only_what_the_commit_does_not_hold_is_replayed()
    {
        using var directory = new MemoryDirectory();
        using (var journal = Journal.Open(directory, 0, _ => { }))
            await Task.WhenAll(Enumerable.Range(1, 5).Select(number => journal.Append(JournalRecord.Delete("id" + number).Encode())));
        Assert.Equal(["id3", "id4", "id5"], Replay(directory, committed: 2));
        Assert.Equal(["id3", "id4", "id5"], Replay(directory, committed: 2));
        Assert.Empty(Replay(directory, committed: 5));
        Assert.Empty(directory.ListAll());
    }

    [Fact]
    public async Task A_superfluous_file_that_came_back_is_removed_beside_a_newer_one()
    {
        using var directory = new MemoryDirectory();
        using (var journal = Journal.Open(directory, 0, _ => { }))
        {
            await journal.Append(JournalRecord.Delete("old").Encode());
            var old = directory.ReadFile("articles_1.journal");
            journal.Trim();
            await journal.Append(JournalRecord.Delete("new").Encode());
            directory.WriteFile("articles_1.journal", old);
        }

        Assert.Equal(["new"], Replay(directory, committed: 1));
        Assert.Equal(["articles_2.journal"], directory.ListAll());
    }

    [Fact]
    public async Task A_journal_that_begins_after_the_commit_ends_is_refused()
    {
        using var directory = new MemoryDirectory();
        using (var journal = Journal.Open(directory, 9, _ => { })) await journal.Append(JournalRecord.Delete("ten").Encode());
        var error = Assert.Throws<CorruptIndexException>(() => Replay(directory, committed: 8));
        Assert.Equal("articles_10.journal", error.File);
        Assert.Contains("up to 8", error.Message, StringComparison.Ordinal);
        Assert.Equal(["ten"], Replay(directory, committed: 9));
    }

    [Fact]
    public async Task A_full_disk_fails_the_writes_that_wait_keeps_the_others_and_takes_no_more()
    {
        for (var room = 0; room < 400; room += 7)
        {
            using var directory = new FullDirectory { Room = room };
            var acknowledged = new List<string>();
            using (var journal = Journal.Open(directory, 0, _ => { }))
            {
                Exception? failure = null;
                for (var number = 0; failure is null; number++)
                {
                    failure = await Record.ExceptionAsync(() => journal.Append(JournalRecord.Delete("id" + number).Encode()));
                    if (failure is null) acknowledged.Add("id" + number);
                }

                Assert.Contains("not acknowledged", Assert.IsType<IOException>(failure).Message, StringComparison.Ordinal);
                directory.Room = long.MaxValue;
                Assert.Throws<IOException>(() => { _ = journal.Append(JournalRecord.Delete("more").Encode()); });
                Assert.Throws<IOException>(journal.Drain);
            }

            using var again = Journal.Open(directory, 0, record => Assert.Contains(record.Id, acknowledged));
            Assert.Equal(acknowledged.Count, again.Recovery.WriteCount);
            Assert.True(acknowledged.Count == 0 || again.Recovery.TornBytes == 0);
        }
    }

    [Fact]
    public async Task When_the_disk_fails_everybody_who_waits_is_told()
    {
        using var directory = new UnreliableDirectory();
        using var isSyncing = new ManualResetEventSlim();
        using var mayGoOn = new ManualResetEventSlim();
        using var journal = Journal.Open(directory, 0, _ => { });
        directory.Syncing = () =>
        {
            isSyncing.Set();
            mayGoOn.Wait();
        };
        var first = journal.Append(JournalRecord.Delete("first").Encode());
        isSyncing.Wait();
        var second = journal.Append(JournalRecord.Delete("second").Encode());
        directory.FailAfter(1);
        mayGoOn.Set();

        await Assert.ThrowsAsync<IOException>(() => first);
        await Assert.ThrowsAsync<IOException>(() => second);
    }

    private static List<string> Replay(IndexDirectory directory, long committed = 0)
    {
        var ids = new List<string>();
        using var journal = Journal.Open(directory, committed, record => ids.Add(record.Id));
        return ids;
    }
}
