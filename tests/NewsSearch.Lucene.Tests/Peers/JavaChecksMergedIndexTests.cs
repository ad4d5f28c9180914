using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Indexing.Merging;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Indexing;

namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>Java Lucene 4.10.4 finds nothing wrong with an index that four threads wrote with merges behind them.</summary>
public sealed class JavaChecksMergedIndexTests
{
    [SkippableTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task An_index_that_four_threads_wrote_is_clean_after_background_and_forced_merges(int maxSegments)
    {
        using var folder = new TemporaryFolder();
        using var directory = new FileSystemDirectory(folder.FullName);
        using (var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer(), Options))
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() => Write(writer, thread))));
            writer.WaitForMerges();
            if (maxSegments > 0) writer.ForceMerge(maxSegments);
            writer.Delete(new Term("group", "g3"));
            writer.Commit();
            Assert.Null(writer.LastMergeFailure);
        }

        var report = JavaLucene.CheckIndex(folder.FullName);

        Assert.True(report.IsClean, report.Output);
        Contents.AssertClean(directory);
        Assert.InRange(Contents.Of(directory).Count, 300, 399);
    }

    private static IndexWriterOptions Options => new()
    {
        BufferBytes = 900_000,
        MaxMergeThreads = 2,
        MergePolicy = new MergePolicyOptions { SegmentsPerTier = 3, MaxMergeAtOnce = 3, FloorSegmentBytes = 20_000 },
    };

    private static void Write(IndexWriter writer, int thread)
    {
        var random = new Random(thread);
        for (var i = 0; i < 500; i++)
        {
            var id = $"t{thread}-{i % 100}";
            var text = string.Join(' ', Enumerable.Range(0, random.Next(200)).Select(_ => "词" + random.Next(500)));
            writer.Update(new Term("id", id), Contents.Doc(id, text, "g" + random.Next(7)));
            if (i % 90 == 0) writer.OpenReader().Dispose();
            if (i % 200 == 150) writer.Commit();
        }
    }
}
