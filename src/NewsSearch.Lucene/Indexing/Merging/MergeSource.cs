using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>A segment that is merged, with the new numbers of its documents.</summary>
internal sealed record MergeSource(SegmentReader Reader, DocMap Docs)
{
    /// <summary>The segments with their maps, the documents of one after those of the other.</summary>
    /// <exception cref="NotSupportedException">They have more live documents than a segment can.</exception>
    public static MergeSource[] Number(IReadOnlyList<SegmentReader> readers)
    {
        var sources = new MergeSource[readers.Count];
        var next = 0L;
        for (var i = 0; i < sources.Length; i++)
        {
            var reader = readers[i];
            if (next + reader.NumDocs >= int.MaxValue)
                throw new NotSupportedException($"The segments to merge have more than {int.MaxValue - 1:N0} documents together, which is the most that one segment can have.");
            sources[i] = new MergeSource(reader, new DocMap(reader.MaxDoc, reader.LiveDocs, (int)next));
            next += sources[i].Docs.LiveCount;
        }

        return sources;
    }
}
