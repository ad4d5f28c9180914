using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Reading.Checking;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Fixtures;

namespace NewsSearch.Lucene.Tests.Reading;

public sealed class IndexCheckerTests
{
    [Theory]
    [InlineData(SmallIndex.Own)]
    [InlineData("plain")]
    [InlineData("compound")]
    [InlineData("one-segment")]
    public void A_sound_index_is_clean(string name)
    {
        using var directory = SmallIndex.ToDirectory(SmallIndex.Load(name));
        var parts = new List<IndexCheckProgress>();
        var report = IndexChecker.Check(directory, new Listener(parts));

        Assert.True(report.IsClean, string.Join('\n', report.Segments.SelectMany(segment => segment.Problems)));
        Assert.Empty(report.Leftovers);
        Assert.All(report.Segments, segment => Assert.True(segment.TermCount > 0 && segment.PostingCount > 0 && segment.FileCount > 2));
        Assert.Equal(report.Segments.Select(segment => segment.Name), parts.Select(part => part.Segment).Distinct());
        Assert.Contains(parts, part => part.Part == "term vectors" && part.SegmentCount == report.Segments.Count);
    }

    [Fact]
    public void Compound_files_hold_what_files_of_their_own_hold()
    {
        using var plain = FixtureDirectory.Open("plain");
        using var compound = FixtureDirectory.Open("compound");
        var inFiles = IndexChecker.Check(plain).Segments;
        var inOne = IndexChecker.Check(compound).Segments;

        Assert.Equal(inFiles.Select(segment => (segment.DocCount, segment.DeletedCount, segment.TermCount, segment.PostingCount)),
            inOne.Select(segment => (segment.DocCount, segment.DeletedCount, segment.TermCount, segment.PostingCount)));
        Assert.Equal(Questions.Ask(plain, isOwn: false), Questions.Ask(compound, isOwn: false));
    }

    [Fact]
    public void A_file_that_is_not_there_is_named_and_the_other_segments_survive()
    {
        using var directory = Damaged(files => files.Remove("_1.fdt"));
        var report = IndexChecker.Check(directory);

        Assert.Equal([true, false, true], report.Segments.Select(segment => segment.IsClean));
        Assert.Equal(["_1.fdt"], report.Segments[1].BrokenFiles);
        Assert.Contains("no such file", Assert.Single(report.Segments[1].Problems), StringComparison.Ordinal);
        Assert.True(report.SoundDocCount > report.BrokenDocCount && report.BrokenDocCount > 0);
    }

    [Fact]
    public void Broken_deletions_are_named()
    {
        using var directory = Damaged(files => Flip(files, files.Keys.First(file => file.EndsWith(".del", StringComparison.Ordinal))));
        var broken = Assert.Single(IndexChecker.Check(directory).Segments, segment => !segment.IsClean);
        Assert.EndsWith(".del", Assert.Single(broken.BrokenFiles), StringComparison.Ordinal);
    }

    [Fact]
    public void A_segment_whose_si_file_is_broken_leaves_the_others_readable()
    {
        using var directory = Damaged(files => Flip(files, "_2.si"));
        var report = IndexChecker.Check(directory);

        Assert.Equal(["_0", "_1", "_2"], report.Segments.Select(segment => segment.Name));
        Assert.Equal([true, true, false], report.Segments.Select(segment => segment.IsClean));
        Assert.False(report.Segments[2].IsDocCountKnown);
        Assert.Empty(report.Leftovers);
    }

    [Fact]
    public void Files_that_no_commit_lists_are_leftovers_and_no_problem()
    {
        using var directory = Damaged(files =>
        {
            files["_9.fdt"] = [1];
            files["_0_9.del"] = [1];
            files["pending_segments_9"] = [1];
            files["notes.txt"] = [1];
        });
        var report = IndexChecker.Check(directory);

        Assert.True(report.IsClean);
        Assert.Equal(["_0_9.del", "_9.fdt", "pending_segments_9"], report.Leftovers);
    }

    [Fact]
    public void Behind_a_broken_commit_an_older_one_is_looked_for()
    {
        using var directory = Damaged(files =>
        {
            files["segments_9"] = [.. files[Commit(files)]];
            Flip(files, "segments_9");
        });
        var report = IndexChecker.Check(directory);

        Assert.False(report.IsReadable);
        Assert.Contains("segments_9", report.CommitProblem, StringComparison.Ordinal);
        Assert.True(report.Older!.IsClean);
    }

    [Fact]
    public void A_commit_that_is_announced_but_not_there_is_a_problem()
    {
        using var directory = Damaged(_ => { });
        GenerationFile.Write(directory, 99);
        var report = IndexChecker.Check(directory);

        Assert.Contains(SegmentInfosFormat.FileName(99), report.CommitProblem, StringComparison.Ordinal);
        Assert.All(report.Segments, segment => Assert.True(segment.IsClean));
    }

    [Fact]
    public void A_check_can_be_cancelled()
    {
        using var directory = Damaged(_ => { });
        using var cancellation = new CancellationTokenSource();
        var seen = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => IndexChecker.Check(
            directory, new Listener([], () => { if (++seen == 30) cancellation.Cancel(); }), cancellation.Token));
        Assert.InRange(seen, 30, 35);
    }

    /// <summary>Structures that disagree under checksums that fit are found too.</summary>
    [Theory]
    [InlineData(".doc")]
    [InlineData(".fdt")]
    [InlineData(".tim")]
    public void Damage_under_a_checksum_that_fits_is_found_where_structures_disagree(string extension)
    {
        var found = 0;
        var sound = SmallIndex.Load(SmallIndex.Own);
        var file = sound.Keys.First(name => name.EndsWith(extension, StringComparison.Ordinal));
        var random = new Random(5);
        for (var i = 0; i < 10; i++)
        {
            var files = new SortedDictionary<string, byte[]>(sound, StringComparer.Ordinal);
            var bytes = (byte[])files[file].Clone();
            bytes[random.Next(60, bytes.Length - 16)] ^= 0x55;
            files[file] = bytes;
            Footers.Correct(files, file);
            using var directory = SmallIndex.ToDirectory(files);
            if (!IndexChecker.Check(directory).IsClean) found++;
        }

        // Not all: a frequency or a letter may be another without any contradiction.
        Assert.InRange(found, 3, 10);
    }

    internal static string Commit(IReadOnlyDictionary<string, byte[]> files) =>
        files.Keys.Where(file => SegmentInfosFormat.GenerationOf(file) >= 0).MaxBy(SegmentInfosFormat.GenerationOf)!;

    internal static void Flip(SortedDictionary<string, byte[]> files, string file)
    {
        var bytes = (byte[])files[file].Clone();
        bytes[bytes.Length / 2] ^= 0x10;
        files[file] = bytes;
    }

    internal static MemoryDirectory Damaged(Action<SortedDictionary<string, byte[]>> damage)
    {
        var files = SmallIndex.Load(SmallIndex.Own);
        damage(files);
        return SmallIndex.ToDirectory(files);
    }

    private sealed class Listener(List<IndexCheckProgress> parts, Action? hear = null) : IProgress<IndexCheckProgress>
    {
        public void Report(IndexCheckProgress value)
        {
            parts.Add(value);
            hear?.Invoke();
        }
    }
}
