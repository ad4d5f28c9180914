using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Indexing.Merging;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing.Merging;

/// <summary>The segments of an index merged into the only one of another.</summary>
internal sealed class MergedIndex : IDisposable
{
    public const string SegmentName = "_0";

    /// <param name="directory">Where the merged index is written; it holds none yet.</param>
    public MergedIndex(DirectoryReader sources, IndexDirectory directory)
    {
        Merged = Merge(sources, directory);
        Commit(directory, Merged.Segment!);
        Reader = DirectoryReader.Open(directory);
        Searcher = new IndexSearcher(Reader);
    }

    public MergedSegment Merged { get; }

    public DirectoryReader Reader { get; }

    public IndexSearcher Searcher { get; }

    public static MergedSegment Merge(DirectoryReader sources, IndexDirectory directory, MergeControl? control = null) =>
        new SegmentMerger(directory, SegmentName, sources.Segments.ToArray(), control ?? new MergeControl()).Merge();

    /// <summary>Makes the segment the index of the directory.</summary>
    public static void Commit(IndexDirectory directory, SegmentCommitInfo segment)
    {
        var commit = new SegmentInfos { Generation = 1, Version = 1, Counter = 1, Segments = [segment] };
        SegmentInfosWriter.Prepare(directory, commit);
        SegmentInfosWriter.Finish(directory, commit);
    }

    public void Dispose() => Reader.Dispose();
}
