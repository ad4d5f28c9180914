using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Indexing.Merging;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing;

/// <summary>
/// Merges run beside everything else: deletions that arrive meanwhile reach the merged segment, a merge that fails or is given up
/// changes nothing, and no segment goes before a commit lists what was made of it.
/// </summary>
public sealed class BackgroundMergeTests : IDisposable
{
    private readonly PausingDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Many_small_segments_become_few_by_themselves()
    {
        using var writer = Open(mergesInBackground: true);
        for (var i = 0; i < 200; i++)
        {
            writer.Update(new Term("id", "d" + i % 150), Contents.Doc("d" + i % 150, "大桥 " + i));
            writer.OpenReader().Dispose();
        }

        writer.WaitForMerges();
        writer.Commit();
        writer.WaitForMerges();
        using var reader = DirectoryReader.Open(_directory);
        Assert.InRange(reader.SegmentCount, 1, 25);
        Assert.Equal(150, Contents.Of(reader).Count);
        Assert.Null(writer.LastMergeFailure);
        Contents.AssertClean(_directory);
    }

    [Fact]
    public void Who_adds_faster_than_segments_can_be_merged_is_held_back()
    {
        const int DocCount = 300;
        using var writer = IndexWriter.Open(
            _directory, new WhitespaceAnalyzer(), new IndexWriterOptions { BufferBytes = 1, MergeBytesPerSecond = 100_000 });
        var most = 0;
        for (var i = 0; i < DocCount; i++)
        {
            writer.Add(Contents.Doc("d" + i, "大桥 " + i));
            most = Math.Max(most, _directory.ListAll().Count(name => name.EndsWith(".si", StringComparison.Ordinal)));
        }

        // Every document is a segment of its own: 10 are being merged, some tens wait for it or for their number to be large enough.
        Assert.InRange(most, 10, 60);
        writer.WaitForMerges();
        using var reader = writer.OpenReader();
        Assert.Equal(DocCount, reader.NumDocs);
    }

    [Fact]
    public void A_forced_merge_leaves_one_segment_without_deletions()
    {
        using var writer = Open();
        WriteSegments(writer, 7);
        writer.Delete(new Term("id", "d3"));
        writer.ForceMerge();
        writer.Commit();

        using var reader = DirectoryReader.Open(_directory);
        Assert.Equal((1, 6, 6), (reader.SegmentCount, reader.MaxDoc, reader.NumDocs));
        Assert.Equal(["d0", "d1", "d2", "d4", "d5", "d6"], Contents.Of(reader).Select(content => content[..2]));
        Assert.Single(_directory.ListAll(), name => name.EndsWith(".si", StringComparison.Ordinal));
        Contents.AssertClean(_directory);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void A_forced_merge_leaves_at_most_as_many_segments_as_asked_for(int maxSegments)
    {
        using var writer = Open();
        WriteSegments(writer, 9);
        writer.ForceMerge(maxSegments);

        using var reader = writer.OpenReader();
        Assert.InRange(reader.SegmentCount, 1, maxSegments);
        Assert.Equal(9, reader.NumDocs);
    }

    [Fact]
    public async Task Changes_that_arrive_during_a_merge_reach_the_merged_segment()
    {
        using var writer = Open();
        WriteSegments(writer, 6);
        _directory.PauseAt("_6.fdt");
        var merge = Task.Run(() => writer.ForceMerge());
        _directory.IsPaused.Wait();

        writer.Delete(new Term("id", "d1"));
        writer.Update(new Term("id", "d4"), Contents.Doc("d4", "新"));
        writer.Commit();
        Assert.False(merge.IsCompleted);
        Assert.Equal(["d0|旧|g", "d2|旧|g", "d3|旧|g", "d4|新|g", "d5|旧|g"], Contents.Of(_directory));
        writer.Delete(new Term("id", "d5"));
        using var during = writer.OpenReader();
        _directory.GoOn.Set();
        await merge;

        string[] expected = ["d0|旧|g", "d2|旧|g", "d3|旧|g", "d4|新|g"];
        using var after = DirectoryReader.OpenIfChanged(during);
        Assert.Equal(expected, Contents.Of(during));
        Assert.Equal(expected, Contents.Of(after!));
        Assert.Equal(2, after!.SegmentCount);
        writer.Commit();
        Assert.Equal(expected, Contents.Of(_directory));
        Contents.AssertClean(_directory);
    }

    [Fact]
    public async Task A_merge_whose_documents_are_all_deleted_meanwhile_leaves_nothing()
    {
        using var writer = Open();
        WriteSegments(writer, 3);
        _directory.PauseAt("_3.fdt");
        var merge = Task.Run(() => writer.ForceMerge());
        _directory.IsPaused.Wait();
        writer.Delete(new Term("group", "g"));
        _directory.GoOn.Set();
        await merge;
        writer.Commit();

        using var reader = DirectoryReader.Open(_directory);
        Assert.Equal(0, reader.SegmentCount);
        Assert.DoesNotContain(_directory.ListAll(), name => name.EndsWith(".fdt", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_rollback_and_an_emptying_give_the_merge_up(bool isRollback)
    {
        using var writer = Open();
        WriteSegments(writer, 4);
        writer.Commit();
        _directory.PauseAt("_4.fdt");
        var merge = Task.Run(() => writer.ForceMerge());
        _directory.IsPaused.Wait();
        if (isRollback) writer.Rollback();
        else writer.DeleteAll();
        _directory.GoOn.Set();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => merge);
        writer.Commit();

        Assert.Equal(isRollback ? 4 : 0, Contents.Of(_directory).Count);
        Assert.DoesNotContain(_directory.ListAll(), name => name.StartsWith("_4", StringComparison.Ordinal));
        Contents.AssertClean(_directory);
    }

    [Fact]
    public async Task Closing_the_writer_gives_the_merge_up_and_removes_its_files()
    {
        var writer = Open();
        WriteSegments(writer, 4);
        writer.Commit();
        var files = _directory.ListAll();
        _directory.PauseAt("_4.fdt");
        var merge = Task.Run(() => writer.ForceMerge());
        _directory.IsPaused.Wait();
        var closing = Task.Run(writer.Dispose);
        _directory.GoOn.Set();
        await closing;
        // Whether it was given up or ended just before, nothing of it is left.
        await Record.ExceptionAsync(() => merge);

        Assert.Equal(files, _directory.ListAll());
        Assert.Equal(4, Contents.Of(_directory).Count);
    }

    [Fact]
    public void Merged_away_segments_stay_until_the_commit_and_for_readers()
    {
        using var writer = Open();
        WriteSegments(writer, 3);
        writer.Commit();
        using var ofWriter = writer.OpenReader();
        writer.ForceMerge();
        Assert.Equal(3, Contents.Of(_directory).Count);
        Assert.Contains("_0.fdt", _directory.ListAll());

        writer.Commit();
        Assert.Contains("_0.fdt", _directory.ListAll());
        Assert.Equal(3, Contents.Of(ofWriter).Count);
        ofWriter.Dispose();
        Assert.DoesNotContain("_0.fdt", _directory.ListAll());
    }

    [Fact]
    public void A_full_disk_stops_a_merge_but_neither_the_writer_nor_a_commit()
    {
        var failures = 0;
        for (var room = 0L; ; room += 61)
        {
            var disk = new FullDirectory();
            using var writer = IndexWriter.Open(disk, new WhitespaceAnalyzer(), Options(mergesInBackground: false));
            WriteSegments(writer, 4);
            writer.Commit();
            var files = disk.ListAll();
            disk.Room = room;
            var failure = Record.Exception(() => writer.ForceMerge());
            disk.Room = long.MaxValue;
            if (failure is null) break;
            failures++;
            Assert.IsAssignableFrom<IOException>(failure);
            Assert.Contains("disk is full", failure.Message);
            Assert.Same(failure, writer.LastMergeFailure);
            Assert.Equal(files, disk.ListAll());
            writer.Update(new Term("id", "d1"), Contents.Doc("d1", "新"));
            writer.Commit();
            Assert.Equal(["d0|旧|g", "d1|新|g", "d2|旧|g", "d3|旧|g"], Contents.Of(disk));
            writer.ForceMerge();
            writer.Commit();
            Assert.Equal(["d0|旧|g", "d1|新|g", "d2|旧|g", "d3|旧|g"], Contents.Of(disk));
            Contents.AssertClean(disk);
        }

        Assert.True(failures > 10, $"only {failures} failures");
    }

    [Fact]
    public void A_full_disk_at_any_moment_leaves_the_last_commit()
    {
        for (var room = 0L; ; room += 101)
        {
            var disk = new FullDirectory();
            using (var first = IndexWriter.Open(disk, new WhitespaceAnalyzer(), Options(mergesInBackground: false)))
            {
                WriteSegments(first, 3);
                first.Commit();
            }

            var before = Contents.Of(disk);
            disk.Room = room;
            var failure = Record.Exception(() => Work(disk));
            var isDone = failure is null;
            if (!isDone) Assert.Contains("disk is full", failure!.ToString());
            disk.Room = long.MaxValue;
            Contents.AssertClean(disk);
            Assert.Equal(isDone ? ["d0|旧|g", "d1|新|g", "d9|新|g"] : before, Contents.Of(disk));
            if (isDone) break;
        }

        static void Work(IndexDirectory disk)
        {
            using var writer = IndexWriter.Open(disk, new WhitespaceAnalyzer(), Options(mergesInBackground: false));
            writer.Update(new Term("id", "d1"), Contents.Doc("d1", "新"));
            using var reader = writer.OpenReader();
            writer.Delete(new Term("id", "d2"));
            writer.ForceMerge();
            writer.Add(Contents.Doc("d9", "新"));
            writer.Commit();
        }
    }

    [Fact]
    public async Task Four_threads_with_small_segments_and_merges_behind_lose_nothing()
    {
        const int perThread = 70;
        using (var writer = Open(mergesInBackground: true, bufferBytes: 1))
        {
            var tasks = Enumerable.Range(0, 4).Select(thread => Task.Factory.StartNew(
                () =>
                {
                    for (var i = 0; i < perThread; i++)
                    {
                        writer.Update(new Term("id", $"t{thread}-{i % 20}"), Contents.Doc($"t{thread}-{i % 20}", "轮" + i));
                        writer.Update(new Term("id", "shared"), Contents.Doc("shared", $"线程{thread}"));
                        if (i % 30 == 0) writer.Commit();
                    }
                },
                TaskCreationOptions.LongRunning)).ToArray();
            await Task.WhenAll(tasks);
            writer.Commit();
            Assert.Null(writer.LastMergeFailure);
        }

        var expected = Enumerable.Range(0, 80).Select(n => $"t{n / 20}-{n % 20}|轮{(n % 20 < 10 ? 60 : 40) + n % 20}|g").Order(StringComparer.Ordinal).ToList();
        var found = Contents.Of(_directory);
        Assert.Equal(expected, found.Where(content => !content.StartsWith("shared", StringComparison.Ordinal)));
        Assert.Equal(81, found.Count);
        Contents.AssertClean(_directory);
    }

    private static void WriteSegments(IndexWriter writer, int count)
    {
        for (var i = 0; i < count; i++)
        {
            writer.Add(Contents.Doc("d" + i, "旧"));
            writer.OpenReader().Dispose();
        }
    }

    private static IndexWriterOptions Options(bool mergesInBackground, long bufferBytes = 1 << 20) => new()
    {
        BufferBytes = bufferBytes,
        MergesInBackground = mergesInBackground,
        MergePolicy = new MergePolicyOptions { SegmentsPerTier = 4, MaxMergeAtOnce = 4, FloorSegmentBytes = 5000 },
    };

    private IndexWriter Open(bool mergesInBackground = false, long bufferBytes = 1 << 20) =>
        IndexWriter.Open(_directory, new WhitespaceAnalyzer(), Options(mergesInBackground, bufferBytes));
}
