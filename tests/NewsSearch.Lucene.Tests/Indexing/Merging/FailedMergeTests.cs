using NewsSearch.Lucene.Indexing.Merging;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing.Merging;

/// <summary>A merge that does not come to its end says why and leaves no file behind; what it read from is as before.</summary>
public sealed class FailedMergeTests : IDisposable
{
    private readonly MemoryDirectory _source;
    private readonly long _mergedBytes;

    public FailedMergeTests()
    {
        var random = new Random(11);
        var documents = Enumerable.Range(0, 400).Select(id => RandomDocuments.Next(random, id, hasAll: false)).ToList();
        _source = RandomDocuments.Write(documents, 3, id => id % 7 == 0);
        using var target = new MemoryDirectory();
        using var sources = DirectoryReader.Open(_source);
        MergedIndex.Merge(sources, target);
        _mergedBytes = target.ListAll().Sum(target.FileLength);
    }

    [Fact]
    public void On_a_full_disk_it_says_so()
    {
        using var sources = DirectoryReader.Open(_source);
        for (var room = 0L; room < _mergedBytes; room += _mergedBytes / 60)
        {
            using var target = new FullDirectory { Room = room };

            var error = Assert.Throws<IOException>(() => MergedIndex.Merge(sources, target));

            Assert.Contains("_0, _1, _2 into _0 in a small disk failed: The disk is full.", error.Message, StringComparison.Ordinal);
            Assert.Empty(target.ListAll());
        }

        using var enough = new FullDirectory { Room = _mergedBytes };
        Assert.NotNull(MergedIndex.Merge(sources, enough).Segment);
    }

    [Fact]
    public void Cancelled_at_any_write_it_stops()
    {
        using var sources = DirectoryReader.Open(_source);
        var stopAt = 1;
        while (IsCancelledAt(stopAt, sources)) stopAt++;

        Assert.True(stopAt > 10, $"only {stopAt - 1} writes");
    }

    [Fact]
    public void Cancelled_before_it_begins_it_writes_nothing()
    {
        using var sources = DirectoryReader.Open(_source);
        using var target = new MemoryDirectory();

        Assert.Throws<OperationCanceledException>(() => MergedIndex.Merge(sources, target, new MergeControl(cancellationToken: new CancellationToken(canceled: true))));

        Assert.Empty(target.ListAll());
    }

    [Fact]
    public void A_changed_byte_anywhere_in_a_segment_is_refused()
    {
        var random = new Random(12);
        var refused = 0;
        foreach (var file in _source.ListAll().Where(file => file.StartsWith("_1", StringComparison.Ordinal)))
        {
            for (var i = 0; i < 12; i++)
            {
                var bytes = _source.ReadFile(file);
                var broken = bytes.ToArray();
                broken[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                _source.WriteFile(file, broken);
                using var target = new MemoryDirectory();
                var error = Record.Exception(() => MergeFrom(_source, target));
                _source.WriteFile(file, bytes);

                // A flipped bit in the footer's mark looks like a file from before there were footers; then nothing of the content changed.
                if (error is null) continue;
                refused++;
                Assert.True(error is CorruptIndexException or IndexFormatTooNewException or IndexFormatTooOldException, $"{file}: {error}");
                Assert.Empty(target.ListAll());
            }
        }

        Assert.True(refused > 100, $"{refused} refused");
    }

    [Fact]
    public void Files_of_other_segments_stay()
    {
        using var target = new FullDirectory { Room = 1000 };
        target.Inner.WriteFile("_01.fdt", [1]);
        target.Inner.WriteFile("segments_1", [2]);
        using var sources = DirectoryReader.Open(_source);

        Assert.Throws<IOException>(() => MergedIndex.Merge(sources, target));

        Assert.Equal(["_01.fdt", "segments_1"], target.ListAll());
    }

    public void Dispose() => _source.Dispose();

    /// <summary>Merges with a cancellation at a write; false if the merge has fewer writes.</summary>
    private static bool IsCancelledAt(int write, DirectoryReader sources)
    {
        using var target = new MemoryDirectory();
        using var cancellation = new CancellationTokenSource();
        // So slow a rate that every write waits.
        var time = new InstantTime { Waiting = number => CancelAt(number, write, cancellation) };
        var error = Record.Exception(() => MergedIndex.Merge(sources, target, new MergeControl(bytesPerSecond: 1, time, cancellation.Token)));
        if (time.WaitCount < write)
        {
            Assert.Null(error);
            return false;
        }

        Assert.IsAssignableFrom<OperationCanceledException>(error);
        Assert.Empty(target.ListAll());
        return true;
    }

    private static void CancelAt(int number, int stopAt, CancellationTokenSource cancellation)
    {
        if (number == stopAt) cancellation.Cancel();
    }

    private static void MergeFrom(MemoryDirectory source, MemoryDirectory target)
    {
        using var sources = DirectoryReader.Open(source);
        MergedIndex.Merge(sources, target);
    }
}
