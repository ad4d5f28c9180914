using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing.Merging;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading.Checking;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Peers;

namespace NewsSearch.Lucene.Tests.Indexing.Merging;

/// <summary>A merge makes, byte for byte, the segment that indexing the live documents at once would have made.</summary>
public sealed class SegmentMergerTests
{
    [Theory]
    [InlineData(1, 1, 1, 0)]
    [InlineData(2, 2, 2, 0)]
    [InlineData(3, 500, 1, 0)]
    [InlineData(4, 500, 2, 0)]
    [InlineData(5, 700, 3, 3)]
    [InlineData(6, 1300, 12, 0)]
    [InlineData(7, 1300, 12, 2)]
    [InlineData(8, 260, 10, 9)]
    [InlineData(9, 129, 1, 4)]
    public void The_files_are_those_of_a_segment_written_at_once(int seed, int documentCount, int segmentCount, int deletedOfTen) =>
        AssertAsWrittenAtOnce(seed, documentCount, segmentCount, deletedOfTen);

    [Fact]
    public void So_are_they_for_random_documents_segments_and_deletions()
    {
        var first = Environment.TickCount;
        for (var seed = first; seed < first + 60; seed++)
        {
            var random = new Random(seed);
            AssertAsWrittenAtOnce(seed, random.Next(1, 150), random.Next(1, 9), random.Next(10));
        }
    }

    [SkippableTheory]
    [InlineData(21, 0)]
    [InlineData(22, 4)]
    public void Both_checks_find_a_merged_index_clean(int seed, int deletedOfTen)
    {
        using var folder = new TemporaryFolder();
        using var target = new FileSystemDirectory(folder.FullName);
        using var source = WriteRandom(seed, 1500, 7, deletedOfTen, out _);
        using var sources = DirectoryReader.Open(source);
        using (new MergedIndex(sources, target)) Assert.Empty(IndexChecker.Check(target).Segments.SelectMany(segment => segment.Problems));

        var report = JavaLucene.CheckIndex(folder.FullName);

        Assert.True(report.IsClean, report.Output);
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    public void However_often_a_document_holds_a_term_its_positions_are_kept(int freq)
    {
        using var directory = new MemoryDirectory();
        using (var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer(), new IndexWriterOptions { MergesInBackground = false }))
        {
            foreach (var first in (string[])["a", "b"])
            {
                writer.Add(new Document { Field.Text("f", string.Concat(Enumerable.Repeat($"{first} again ", freq))) });
                writer.Commit();
            }

            writer.ForceMerge();
            writer.Commit();
        }

        using var reader = DirectoryReader.Open(directory);
        Assert.Equal(1, reader.Segments.Length);
        var terms = reader.Segments[0].Terms("f")!.Iterator();
        Assert.True(terms.SeekExact("again"u8));
        var postings = terms.Postings(PostingsFeatures.Positions, null);
        for (var docId = 0; docId < 2; docId++)
        {
            Assert.Equal(docId, postings.NextDoc());
            Assert.Equal(Enumerable.Range(0, freq).Select(i => 2 * i + 1), Enumerable.Range(0, postings.Freq).Select(_ => postings.NextPosition()));
        }
    }

    [Fact]
    public void Doc_maps_lead_to_the_documents()
    {
        using var source = WriteRandom(31, 400, 5, 3, out _);
        using var sources = DirectoryReader.Open(source);
        using var target = new MemoryDirectory();
        using var merged = new MergedIndex(sources, target);
        Assert.Equal(sources.SegmentCount, merged.Merged.DocMaps.Count);
        var next = 0;
        for (var i = 0; i < sources.SegmentCount; i++)
        {
            var segment = sources.Segments[i];
            var docs = merged.Merged.DocMaps[i];
            Assert.Equal((segment.MaxDoc, segment.NumDocs), (docs.DocCount, docs.LiveCount));
            for (var docId = 0; docId < segment.MaxDoc; docId++)
            {
                Assert.Equal(segment.LiveDocs?[docId] == false ? -1 : next++, docs[docId]);
                if (docs[docId] >= 0) Assert.Equal(segment.Document(docId).Text("id"), merged.Reader.Document(docs[docId]).Text("id"));
            }
        }

        Assert.Equal(merged.Reader.MaxDoc, next);
        Assert.Equal(-1, merged.Merged.Segment!.DeletionGeneration);
    }

    [Fact]
    public void Of_deleted_documents_only_nothing_is_made()
    {
        using var source = WriteRandom(41, 50, 2, 0, out _);
        using var sources = DirectoryReader.Open(source);
        using var target = new MemoryDirectory();
        // A writer drops such a segment, so the deletions are put beside it.
        var dead = sources.Segments.ToArray().Select(segment => Deleted.All(source, segment)).ToList();

        var merged = new SegmentMerger(target, "_7", dead, new MergeControl()).Merge();

        Assert.Null(merged.Segment);
        Assert.All(merged.DocMaps, docs => Assert.Equal(0, docs.LiveCount));
        Assert.Empty(target.ListAll());
        dead.ForEach(reader => reader.Dispose());
    }

    [Fact]
    public void A_segment_without_live_documents_adds_nothing()
    {
        using var source = WriteRandom(42, 60, 3, 0, out _);
        using var sources = DirectoryReader.Open(source);
        using var target = new MemoryDirectory();
        using var dead = Deleted.All(source, sources.Segments[1]);

        var merged = new SegmentMerger(target, MergedIndex.SegmentName, [sources.Segments[0], dead, sources.Segments[2]], new MergeControl()).Merge();

        Assert.Equal(40, merged.Segment!.Info.DocCount);
        Assert.Equal([0, -1, 20], merged.DocMaps.Select(docs => docs[0]));
        MergedIndex.Commit(target, merged.Segment);
        Assert.True(IndexChecker.Check(target).IsClean);
    }

    [Fact]
    public void Progress_is_counted()
    {
        using var source = WriteRandom(51, 300, 3, 2, out var live);
        using var sources = DirectoryReader.Open(source);
        using var target = new MemoryDirectory();
        var control = new MergeControl();

        var merged = MergedIndex.Merge(sources, target, control);

        Assert.Equal(live.Count, control.DocumentCount);
        Assert.Equal(merged.Segment!.Info.Files.Where(file => !file.EndsWith(".si", StringComparison.Ordinal)).Sum(target.FileLength), control.BytesWritten);
        MergedIndex.Commit(target, merged.Segment);
        Assert.Equal(IndexChecker.Check(target).Segments.Single().PostingCount, control.PostingCount);
    }

    /// <summary>The first document has every field and lives, so that fields have the same numbers either way.</summary>
    private static MemoryDirectory WriteRandom(int seed, int documentCount, int segmentCount, int deletedOfTen, out List<Document> live)
    {
        var random = new Random(seed);
        var documents = Enumerable.Range(0, documentCount).Select(id => RandomDocuments.Next(random, id, hasAll: id == 0)).ToList();
        var deleted = Enumerable.Range(1, documentCount - 1).Where(_ => random.Next(10) < deletedOfTen).ToHashSet();
        live = [.. documents.Where((_, id) => !deleted.Contains(id))];
        return RandomDocuments.Write(documents, segmentCount, deleted.Contains);
    }

    private static void AssertAsWrittenAtOnce(int seed, int documentCount, int segmentCount, int deletedOfTen)
    {
        using var source = WriteRandom(seed, documentCount, segmentCount, deletedOfTen, out var live);
        using var atOnce = RandomDocuments.Write(live, 1, _ => false);
        using var target = new MemoryDirectory();
        using (var sources = DirectoryReader.Open(source)) MergedIndex.Merge(sources, target);

        var expected = atOnce.ListAll().Where(file => file.StartsWith('_')).ToList();
        Assert.True(expected.SequenceEqual(target.ListAll()), $"seed {seed}: files {string.Join(' ', target.ListAll())}, expected {string.Join(' ', expected)}");
        foreach (var file in expected.Where(file => !file.EndsWith(".si", StringComparison.Ordinal)))
            Assert.True(atOnce.ReadFile(file).AsSpan().SequenceEqual(target.ReadFile(file)), $"seed {seed}, {documentCount} documents in {segmentCount} segments: {file} differs");
    }
}
