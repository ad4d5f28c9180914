using NewsSearch.Lucene.Indexing.Merging;

namespace NewsSearch.Lucene.Tests.Indexing.Merging;

/// <summary>
/// The policy keeps segments few and rewrites each byte about once per tenfold growth; it chooses no segment twice, none
/// that is being merged, and comes to an end.
/// </summary>
public sealed class TieredMergePolicyTests
{
    private const long Mebibyte = 1 << 20;

    private int _counter;

    [Theory]
    [InlineData(1, 1, 0, 2.2, 25)] // below the floor: tiny segments wait until there are ten
    [InlineData(1, 40, 0, 2.5, 36)]
    [InlineData(64, 64, 0, 2.1, 32)] // 64 GB with segments of at most 5: two levels and the largest
    [InlineData(1, 40, 20, 2.5, 36)]
    public void A_thousand_flushes_are_rewritten_about_once_a_level(int least, int most, int deletedPercent, double amplification, int segmentCount)
    {
        var policy = new TieredMergePolicy(new MergePolicyOptions());
        var random = new Random(1);
        var segments = new List<SegmentSize>();
        var (flushed, rewritten, mostSegments) = (0L, 0L, 0);
        for (var i = 0; i < 1000; i++)
        {
            var size = Segment(random.NextInt64(least * Mebibyte, most * Mebibyte + 1));
            flushed += size.Bytes;
            segments.Add(size with { DeletedCount = size.DocCount * random.Next(deletedPercent + 1) / 100 });
            for (var merges = policy.FindMerges(segments); merges.Count > 0; merges = policy.FindMerges(segments)) rewritten += Run(merges, segments);
            mostSegments = Math.Max(mostSegments, segments.Count);
        }

        Assert.InRange((double)rewritten / flushed, 1, amplification);
        Assert.InRange(mostSegments, 10, segmentCount);
    }

    [Fact]
    public void A_few_segments_are_left_alone()
    {
        var policy = new TieredMergePolicy(new MergePolicyOptions());
        for (var count = 0; count < 10; count++)
            Assert.Empty(policy.FindMerges([.. Enumerable.Range(0, count).Select(_ => Segment(10_000))]));
        Assert.Equal(10, Assert.Single(policy.FindMerges([.. Enumerable.Range(0, 10).Select(_ => Segment(10_000))])).Segments.Count);
    }

    [Fact]
    public void The_largest_are_not_merged_further()
    {
        var policy = new TieredMergePolicy(new MergePolicyOptions());
        var segments = Enumerable.Range(0, 40).Select(i => Segment((i < 25 ? 3000 : 60) * Mebibyte)).ToList();

        var merges = policy.FindMerges(segments);

        Assert.NotEmpty(merges);
        Assert.All(merges.SelectMany(merge => merge.Segments), segment => Assert.Equal(60 * Mebibyte, segment.Bytes));
        Assert.All(merges, merge => Assert.True(merge.Segments.Sum(segment => segment.LiveBytes) <= 5L << 30));
    }

    [Fact]
    public void Of_equal_choices_the_one_with_more_deletions_is_taken()
    {
        var policy = new TieredMergePolicy(new MergePolicyOptions());
        var whole = Enumerable.Range(0, 10).Select(_ => Segment(100 * Mebibyte));
        var half = Enumerable.Range(0, 10).Select(_ => Segment(200 * Mebibyte)).Select(segment => segment with { DeletedCount = segment.DocCount / 2 });

        var first = policy.FindMerges([.. whole.Concat(half)])[0];

        Assert.All(first.Segments, segment => Assert.True(segment.DeletedCount > 0));
    }

    [Fact]
    public void Whatever_the_segments_no_segment_is_chosen_twice_or_while_it_is_merged()
    {
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var options = RandomOptions(random);
            var policy = new TieredMergePolicy(options);
            var segments = Enumerable.Range(0, random.Next(120)).Select(_ => RandomSegment(random) with { IsMerging = random.Next(4) == 0 }).ToList();

            AssertDisjoint(policy.FindMerges(segments), segments, options.MaxMergeAtOnce, 2);
            AssertDisjoint(policy.FindForcedMerges(segments, random.Next(1, 20)), segments, int.MaxValue, 1);
            AssertDisjoint(policy.FindForcedDeletesMerges(segments), segments, options.MaxForcedMergeAtOnce, 1);
        }
    }

    [Fact]
    public void Whatever_the_segments_merging_comes_to_an_end()
    {
        var random = new Random(8);
        for (var round = 0; round < 500; round++)
        {
            var policy = new TieredMergePolicy(RandomOptions(random));
            var segments = Enumerable.Range(0, random.Next(200)).Select(_ => RandomSegment(random)).ToList();
            var rounds = 0;
            for (var merges = policy.FindMerges(segments); merges.Count > 0; merges = policy.FindMerges(segments))
            {
                Run(merges, segments);
                Assert.True(++rounds < 200, $"round {round} does not end");
            }
        }
    }

    [Fact]
    public void A_forced_merge_reaches_the_number_asked_for_and_leaves_no_deletions_in_a_single_segment()
    {
        var random = new Random(9);
        for (var round = 0; round < 500; round++)
        {
            var policy = new TieredMergePolicy(RandomOptions(random));
            var segments = Enumerable.Range(0, random.Next(1, 300)).Select(_ => RandomSegment(random)).ToList();
            var wanted = random.Next(1, 12);
            var rounds = 0;
            for (var merges = policy.FindForcedMerges(segments, wanted); merges.Count > 0; merges = policy.FindForcedMerges(segments, wanted))
            {
                Run(merges, segments);
                Assert.True(++rounds < 300, $"round {round} does not end");
            }

            Assert.True(segments.Count <= wanted, $"round {round}: {segments.Count} segments, not {wanted}");
            if (segments.Count == 1 && wanted == 1) Assert.Equal(0, segments[0].DeletedCount);
        }
    }

    [Fact]
    public void Reclaiming_deletions_leaves_no_segment_with_more_than_a_tenth()
    {
        var random = new Random(10);
        var policy = new TieredMergePolicy(new MergePolicyOptions());
        var segments = Enumerable.Range(0, 100).Select(_ => RandomSegment(random)).ToList();
        var untouched = segments.Where(segment => segment.DeletedPercent <= 10).ToList();

        Run(policy.FindForcedDeletesMerges(segments), segments);

        Assert.All(segments, segment => Assert.True(segment.DeletedPercent <= 10));
        Assert.Subset(segments.ToHashSet(), untouched.ToHashSet());
        Assert.Empty(policy.FindForcedDeletesMerges(segments));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        MergePolicyOptions[] wrong =
        [
            new() { SegmentsPerTier = 1.9 }, new() { MaxMergeAtOnce = 1 }, new() { MaxForcedMergeAtOnce = 1 }, new() { FloorSegmentBytes = 0 },
            new() { MaxMergedSegmentBytes = 0 }, new() { ReclaimDeletesWeight = -1 }, new() { ForceMergeDeletesPercent = 101 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentOutOfRangeException>(() => new TieredMergePolicy(options)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TieredMergePolicy(new MergePolicyOptions()).FindForcedMerges([], 0));
    }

    private static MergePolicyOptions RandomOptions(Random random) => new()
    {
        SegmentsPerTier = 2 + 20 * random.NextDouble(),
        MaxMergeAtOnce = random.Next(2, 25),
        MaxForcedMergeAtOnce = random.Next(2, 40),
        FloorSegmentBytes = random.NextInt64(1, 20 * Mebibyte),
        MaxMergedSegmentBytes = random.NextInt64(Mebibyte, 8192 * Mebibyte),
    };

    private static void AssertDisjoint(IReadOnlyList<MergeSpecification> merges, List<SegmentSize> segments, int most, int least)
    {
        var chosen = merges.SelectMany(merge => merge.Segments).ToList();
        Assert.Equal(chosen.Count, chosen.Distinct().Count());
        Assert.DoesNotContain(chosen, segment => segment.IsMerging);
        Assert.Subset(segments.ToHashSet(), chosen.ToHashSet());
        Assert.All(merges, merge => Assert.InRange(merge.Segments.Count, least, most));
    }

    /// <summary>Replaces the merged segments by what comes of them and returns the bytes written.</summary>
    private long Run(IReadOnlyList<MergeSpecification> merges, List<SegmentSize> segments)
    {
        var written = 0L;
        foreach (var merge in merges)
        {
            Assert.Equal(merge.Segments.Count, segments.RemoveAll(segment => merge.Segments.Contains(segment)));
            var bytes = merge.Segments.Sum(segment => segment.LiveBytes);
            var docCount = merge.Segments.Sum(segment => segment.DocCount - segment.DeletedCount);
            segments.Add(new SegmentSize($"_{_counter++}", bytes, docCount, 0));
            written += bytes;
        }

        return written;
    }

    private SegmentSize Segment(long bytes) => new($"_{_counter++}", bytes, (int)(bytes / 1000) + 1, 0);

    private SegmentSize RandomSegment(Random random)
    {
        var segment = Segment((long)Math.Pow(10, 2 + 8 * random.NextDouble()));
        return segment with { DeletedCount = random.Next(2) == 0 ? 0 : random.Next(segment.DocCount) };
    }
}
