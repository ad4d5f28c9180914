using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>Where the documents of one merged segment have gone, as of the start of the merge. Never changes.</summary>
internal sealed class DocMap
{
    private readonly int[]? _newIds;
    private readonly int _firstId;

    /// <param name="docCount">Documents of the segment, deleted ones included.</param>
    /// <param name="liveDocs">Those that are not deleted; null means all. Not looked at any more afterwards.</param>
    /// <param name="firstId">The number that the first live document gets.</param>
    public DocMap(int docCount, BitSet? liveDocs, int firstId)
    {
        DocCount = docCount;
        LiveCount = docCount;
        _firstId = firstId;
        if (liveDocs is null) return;
        _newIds = new int[docCount];
        var next = firstId;
        for (var docId = 0; docId < docCount; docId++) _newIds[docId] = liveDocs[docId] ? next++ : -1;
        LiveCount = next - firstId;
    }

    /// <summary>Documents of the segment, deleted ones included.</summary>
    public int DocCount { get; }

    /// <summary>Documents of the segment that are in the new one.</summary>
    public int LiveCount { get; }

    /// <summary>Whether so many documents from there on are all in the new segment.</summary>
    public bool AreAllLive(int docId, int count) => _newIds is null || !_newIds.AsSpan(docId, count).Contains(-1);

    /// <summary>The number in the new segment of a document of the old one; -1 if it was deleted.</summary>
    public int this[int docId] => _newIds is null ? _firstId + docId : _newIds[docId];
}
