using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Indexing.Merging;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Reading.Checking;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Fixtures;

namespace NewsSearch.Lucene.Tests.Indexing.Merging;

/// <summary>Segments that disagree on a field, or have what can't be written, are merged as Lucene does or refused by name.</summary>
public sealed class MergedFieldsTests : IDisposable
{
    private readonly MemoryDirectory _target = new();
    private readonly List<DirectoryReader> _readers = [];

    [Fact]
    public void Of_different_index_options_the_least_is_kept()
    {
        Write(Text("甲 乙 甲", IndexOptions.DocsFreqsPositionsAndOffsets));
        Write(Text("甲 丙", IndexOptions.DocsAndFreqs));
        Write(Text("甲 丁", IndexOptions.DocsFreqsAndPositions));

        using var merged = Merge();

        var field = merged.Segments[0].Fields.Find("f")!;
        Assert.Equal(IndexOptions.DocsAndFreqs, field.IndexOptions);
        Assert.Equal(4 + 3, merged.Segments[0].Terms("f")!.SumTotalTermFreq);
        Assert.Equal(3, new IndexSearcher(merged).Count(new TermQuery("f", "甲")));
        Assert.True(IndexChecker.Check(_target).IsClean);
    }

    [Fact]
    public void Norms_that_one_segment_omits_are_omitted()
    {
        Write(Text("甲 乙", IndexOptions.DocsFreqsAndPositions));
        Write(Text("甲", IndexOptions.DocsFreqsAndPositions, omitsNorms: true));

        using var merged = Merge();

        Assert.True(merged.Segments[0].Fields.Find("f")!.OmitsNorms);
        Assert.Null(merged.Segments[0].Norms("f"));
        Assert.DoesNotContain(_target.ListAll(), file => file.EndsWith(".nvd", StringComparison.Ordinal));
    }

    [Fact]
    public void A_field_stored_here_and_indexed_or_in_a_column_there_keeps_all_of_it()
    {
        Write(Field.Stored("f", StoredValue.Of("一")), Field.Stored("z", StoredValue.Of(1)));
        Write(Field.Stored("y", StoredValue.Of(2)), Text("甲", IndexOptions.DocsFreqsAndPositions));
        Write(Field.NumericColumn("f", 5), Field.Stored("z", StoredValue.Of(3)));

        using var merged = Merge();

        var segment = merged.Segments[0];
        Assert.Equal((IndexOptions.DocsFreqsAndPositions, DocValuesType.Numeric), (segment.Fields.Find("f")!.IndexOptions, segment.Fields.Find("f")!.DocValuesType));
        Assert.Equal([0L, 0L, 5L], Enumerable.Range(0, 3).Select(segment.NumericDocValues("f")!.Get));
        Assert.Equal([false, false, true], Enumerable.Range(0, 3).Select(docId => segment.DocsWithField("f")![docId]));
        Assert.Equal(["f=一 z=1", "y=2", "z=3"], Enumerable.Range(0, 3).Select(docId => string.Join(' ', merged.Document(docId).Select(field => $"{field.Name}={field.Value}"))));
        Assert.True(IndexChecker.Check(_target).IsClean);
    }

    [Fact]
    public void Columns_of_different_types_are_refused_with_field_and_segments()
    {
        Write(Field.NumericColumn("day", 1));
        Write(Field.SortedColumn("day", "1"));

        Assert.False(SegmentMerger.CanMerge(Segments(), out var reason));
        var error = Assert.Throws<NotSupportedException>(Merge);

        Assert.Equal(reason, error.Message);
        Assert.Contains("day", error.Message, StringComparison.Ordinal);
        Assert.Contains("Sorted", error.Message, StringComparison.Ordinal);
        Assert.Empty(_target.ListAll());
    }

    [Fact]
    public void Payloads_are_refused()
    {
        Write(Text("甲", IndexOptions.DocsFreqsAndPositions));
        Assert.True(SegmentMerger.CanMerge(Segments(), out _));
        Segments()[0].Fields.Find("f")!.HasPayloads = true;

        Assert.False(SegmentMerger.CanMerge(Segments()[0], out var reason));

        Assert.Contains("field f has payloads", reason, StringComparison.Ordinal);
        Assert.Equal(reason, Assert.Throws<NotSupportedException>(Merge).Message);
    }

    [Theory]
    [MemberData(nameof(LuceneNetFixture.Names), MemberType = typeof(LuceneNetFixture))]
    public void Lucene_NETs_segments_with_term_vectors_are_refused(string name)
    {
        using var directory = FixtureDirectory.Open(name);
        using var sources = DirectoryReader.Open(directory);
        var segments = sources.Segments.ToArray();
        Assert.Contains(segments, segment => segment.Fields.Find("vectors") is { HasVectors: true });

        Assert.All(segments, segment => Assert.Equal(segment.Fields.Find("vectors") is null, SegmentMerger.CanMerge(segment, out _)));
        var error = Assert.Throws<NotSupportedException>(() => MergedIndex.Merge(sources, _target));

        Assert.Contains("field vectors has term vectors", error.Message, StringComparison.Ordinal);
        Assert.Empty(_target.ListAll());
    }

    [Theory]
    [MemberData(nameof(LuceneNetFixture.Names), MemberType = typeof(LuceneNetFixture))]
    public void Lucene_NETs_segments_are_merged_without_what_is_refused(string name)
    {
        using var directory = FixtureDirectory.Open(name);
        using var sources = DirectoryReader.Open(directory);
        // Told that there are no vectors, the merge has all the rest of a foreign segment to do.
        foreach (var field in sources.Segments.ToArray().SelectMany(segment => segment.Fields.AsEnumerable())) field.HasVectors = field.HasPayloads = false;
        using var target = new MemoryDirectory();

        using var merged = new MergedIndex(sources, target);

        Assert.True(IndexChecker.Check(target).IsClean);
        var live = Enumerable.Range(0, sources.MaxDoc).Where(docId => sources.SegmentOf(docId) is var segment && segment.LiveDocs?[docId - segment.DocBase] != false);
        Assert.Equal(live.Select(docId => Describe(sources.Document(docId))), Enumerable.Range(0, merged.Reader.MaxDoc).Select(docId => Describe(merged.Reader.Document(docId))));
    }

    public void Dispose()
    {
        foreach (var reader in _readers) reader.Dispose();
        _target.Dispose();
    }

    private static string Describe(Document document) => string.Join('\n', document.Select(field => $"{field.Name} {field.Value.Kind} {field.Value}"));

    private static Field Text(string text, IndexOptions options, bool omitsNorms = false) =>
        Field.Create("f", StoredValue.Of(text), new FieldOptions { IndexOptions = options, IsTokenized = true, OmitsNorms = omitsNorms });

    private void Write(params Field[] fields)
    {
        var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer());
        var document = new Document();
        foreach (var field in fields) document.Add(field);
        writer.Add(document);
        writer.Commit();
        _readers.Add(DirectoryReader.Open(directory));
    }

    private SegmentReader[] Segments() => [.. _readers.Select(reader => reader.Segments[0])];

    private DirectoryReader Merge()
    {
        MergedIndex.Commit(_target, new SegmentMerger(_target, MergedIndex.SegmentName, Segments(), new MergeControl()).Merge().Segment!);
        return DirectoryReader.Open(_target);
    }
}
