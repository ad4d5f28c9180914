using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing;

/// <summary>
/// Several threads on one writer: each thread's own documents end as if it had been alone, of documents that they share the one
/// with the greatest sequence number stays, and a document that fails harms no other.
/// </summary>
public sealed class ParallelWriterTests : IDisposable
{
    private const int Threads = 4;

    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(600_000)]
    [InlineData(2_000_000)]
    [InlineData(64_000_000)]
    public void Each_threads_own_documents_end_as_if_it_had_been_alone(long bufferBytes)
    {
        var rounds = bufferBytes == 1 ? 80 : 1200;
        var models = new SortedDictionary<string, string>[Threads];
        using (var writer = Open(bufferBytes))
        {
            InThreads(thread => models[thread] = ChangeOwn(writer, thread, rounds));
            writer.Commit();
        }

        var expected = models.SelectMany(model => model.Values).Order(StringComparer.Ordinal);
        Assert.Equal(expected, Contents.Of(_directory));
        Contents.AssertClean(_directory);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(64_000_000)]
    public void Of_the_updates_of_one_id_the_one_with_the_greatest_number_stays(long bufferBytes)
    {
        const int ids = 20;
        var rounds = bufferBytes == 1 ? 100 : 1000;
        var last = new (long Sequence, string Content)[ids];
        using (var writer = Open(bufferBytes))
        {
            InThreads(thread =>
            {
                var random = new Random(thread);
                for (var round = 0; round < rounds; round++)
                {
                    var id = random.Next(ids);
                    var text = $"线程{thread} 轮{round}";
                    var sequence = writer.Update(new Term("id", "s" + id), Contents.Doc("s" + id, text));
                    lock (last)
                    {
                        if (sequence > last[id].Sequence) last[id] = (sequence, $"s{id}|{text}|g");
                    }
                }
            });
            writer.Commit();
        }

        Assert.Equal(last.Select(entry => entry.Content).Order(StringComparer.Ordinal), Contents.Of(_directory));
        Contents.AssertClean(_directory);
    }

    [Fact]
    public async Task A_snapshot_taken_among_updates_has_exactly_one_document_of_each_id()
    {
        const int ids = 10;
        using var writer = Open(200_000);
        for (var id = 0; id < ids; id++) writer.Add(Contents.Doc("s" + id, "始"));
        using var done = new CancellationTokenSource();
        var snapshots = 0;
        var watcher = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                using var reader = writer.OpenReader();
                Assert.Equal(Enumerable.Range(0, ids).Select(id => "s" + id), Contents.Of(reader).Select(content => content[..2]));
                if (++snapshots % 5 == 0) writer.Commit();
            }
        });
        InThreads(thread =>
        {
            // On a busy machine the watcher may begin late; a test without a snapshot would prove nothing.
            for (var round = 0; round < 1000 || (Volatile.Read(ref snapshots) == 0 && !watcher.IsCompleted); round++)
                writer.Update(new Term("id", "s" + round % ids), Contents.Doc("s" + round % ids, $"线程{thread} 轮{round}"));
        });
        await done.CancelAsync();
        await watcher;

        Assert.True(snapshots > 0);
        writer.Commit();
        Assert.Equal(ids, Contents.Of(_directory).Count);
        Contents.AssertClean(_directory);
    }

    [Fact]
    public void Documents_that_fail_stay_out_and_harm_no_other()
    {
        using (var writer = Open(300_000))
        {
            InThreads(thread =>
            {
                for (var round = 0; round < 400; round++)
                {
                    writer.Add(Contents.Doc($"t{thread}-{round}", "大桥 通车"));
                    var failing = Contents.Doc($"t{thread}-{round}", "大桥 " + new string('x', Field.MaxTermLength + 1));
                    Assert.Throws<ArgumentException>(() => writer.Update(new Term("id", $"t{thread}-{round}"), failing));
                }
            });
            writer.Commit();
        }

        Assert.Equal(Threads * 400, Contents.Of(_directory).Count);
        Contents.AssertClean(_directory);
    }

    [Fact]
    public void An_analyzer_that_fails_costs_its_document_only()
    {
        using (var writer = IndexWriter.Open(_directory, new BackwardsAnalyzer()))
        {
            writer.Add([Field.Create("text", StoredValue.Of("a b c"), WithOffsets)]);
            Assert.Throws<InvalidOperationException>(() => writer.Add([Field.Create("text", StoredValue.Of("a b ! c"), WithOffsets)]));
            writer.Add([Field.Create("text", StoredValue.Of("c b a"), WithOffsets)]);
            writer.Commit();
        }

        using var reader = DirectoryReader.Open(_directory);
        Assert.Equal(2, reader.NumDocs);
        Contents.AssertClean(_directory);
    }

    [Fact]
    public async Task A_thread_does_not_wait_for_anothers_analysis()
    {
        var analyzer = new BlockingAnalyzer();
        using var writer = IndexWriter.Open(_directory, analyzer);
        var slow = Task.Run(() => writer.Add(Contents.Doc("a", "慢")));
        analyzer.IsBlocked.Wait();

        writer.Add(Contents.Doc("b", "快"));
        Assert.False(slow.IsCompleted);
        analyzer.GoOn.Set();
        await slow;
        writer.Commit();

        Assert.Equal(["a|慢|g", "b|快|g"], Contents.Of(_directory));
    }

    [Fact]
    public void Threads_beyond_the_limit_wait_for_a_buffer()
    {
        using (var writer = Open(1 << 20, maxThreadBuffers: 1))
        {
            InThreads(thread =>
            {
                for (var round = 0; round < 200; round++) writer.Add(Contents.Doc($"t{thread}-{round}", "大桥"));
            });
            writer.Commit();
        }

        using var reader = DirectoryReader.Open(_directory);
        Assert.Equal((Threads * 200, 1), (reader.NumDocs, reader.SegmentCount));
    }

    [Fact]
    public void Deleting_all_leaves_what_comes_after()
    {
        using var writer = Open(1 << 20);
        writer.Add(Contents.Doc("a", "旧"));
        writer.Commit();
        writer.Add(Contents.Doc("b", "旧"));
        writer.DeleteAll();
        writer.Add(Contents.Doc("c", "新"));
        writer.Commit();

        Assert.Equal(["c|新|g"], Contents.Of(_directory));
        Assert.Single(_directory.ListAll(), name => name.EndsWith(".si", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rollback_returns_to_the_last_commit_and_the_writer_goes_on()
    {
        using var writer = Open(1 << 20);
        writer.Add(Contents.Doc("a", "旧"));
        writer.Commit();
        var files = _directory.ListAll();
        writer.Update(new Term("id", "a"), Contents.Doc("a", "误"));
        using (writer.OpenReader())
        {
        }

        writer.PrepareCommit();
        writer.Add(Contents.Doc("b", "误"));
        writer.Rollback();
        Assert.Equal(files, _directory.ListAll());
        writer.Add(Contents.Doc("c", "新"));
        writer.Commit();

        Assert.Equal(["a|旧|g", "c|新|g"], Contents.Of(_directory));
        Contents.AssertClean(_directory);
    }

    [Fact]
    public void Changes_made_while_a_commit_is_prepared_belong_to_the_next()
    {
        using var writer = Open(1 << 20);
        writer.Add(Contents.Doc("a", "一"));
        writer.PrepareCommit();
        writer.Update(new Term("id", "a"), Contents.Doc("a", "二"));
        writer.FinishCommit();
        Assert.Equal(["a|一|g"], Contents.Of(_directory));

        writer.Commit();
        Assert.Equal(["a|二|g"], Contents.Of(_directory));
    }

    [Fact]
    public void Many_deletions_are_applied_before_they_fill_the_memory()
    {
        using var writer = Open(100_000);
        writer.Add(Contents.Doc("a", "大桥"));
        writer.Commit();
        for (var i = 0; i < 20_000; i++) writer.Delete(new Term("id", "none" + i));
        writer.Delete(new Term("id", "a"));
        writer.Commit();

        Assert.Empty(Contents.Of(_directory));
    }

    private static FieldOptions WithOffsets => new() { IndexOptions = IndexOptions.DocsFreqsPositionsAndOffsets, IsTokenized = true };

    /// <summary>Adds, updates and deletes documents with ids of the thread.</summary>
    /// <returns>What should be left, by id.</returns>
    private static SortedDictionary<string, string> ChangeOwn(IndexWriter writer, int thread, int rounds)
    {
        var random = new Random(thread);
        var model = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var round = 0; round < rounds; round++)
        {
            var id = $"t{thread}-{random.Next(rounds / 8)}";
            var text = $"大桥 w{round} x{round % 7}";
            switch (random.Next(5))
            {
                case 0:
                    writer.Delete(new Term("id", id));
                    model.Remove(id);
                    break;
                case 1 when model.Count > 3:
                    var group = model.Values.First().Split('|')[2];
                    writer.Delete(new Term("group", group));
                    foreach (var other in model.Where(entry => entry.Value.EndsWith("|" + group, StringComparison.Ordinal)).ToList()) model.Remove(other.Key);
                    break;
                default:
                    writer.Update(new Term("id", id), Contents.Doc(id, text, $"t{thread}g{round % 200}"));
                    model[id] = $"{id}|{text}|t{thread}g{round % 200}";
                    break;
            }
        }

        return model;
    }

    private static void InThreads(Action<int> work)
    {
        var tasks = Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(() => work(thread), TaskCreationOptions.LongRunning)).ToArray();
        Task.WaitAll(tasks);
    }

    private IndexWriter Open(long bufferBytes, int maxThreadBuffers = 8) =>
        IndexWriter.Open(_directory, new WhitespaceAnalyzer(), new IndexWriterOptions { BufferBytes = bufferBytes, MaxThreadBuffers = maxThreadBuffers });
}
