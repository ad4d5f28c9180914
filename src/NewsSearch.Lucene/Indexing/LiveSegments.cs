using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// The segments of the writer as the next snapshot or commit will list them. Flushes add to them at any time; everything
/// else changes them under the writer's snapshot gate.
/// </summary>
internal sealed class LiveSegments
{
    private readonly Lock _lock = new();
    private readonly IndexDirectory _directory;
    private readonly IndexFileDeleter _files;
    private readonly List<LiveSegment> _segments = [];
    private int _counter;

    public LiveSegments(IndexDirectory directory, IndexFileDeleter files, SegmentInfos commit)
    {
        _directory = directory;
        _files = files;
        _counter = commit.Counter;
        Reset(commit, sequence: 0);
    }

    /// <summary>Number of the next new segment.</summary>
    public int Counter => Volatile.Read(ref _counter);

    /// <summary>Documents, deleted ones included.</summary>
    public int MaxDoc
    {
        get
        {
            lock (_lock) return _segments.Sum(segment => segment.Info.DocCount);
        }
    }

    /// <summary>Deletions up to this sequence number have been applied to all segments.</summary>
    public long Applied
    {
        get
        {
            lock (_lock) return _segments.Count == 0 ? long.MaxValue : _segments.Min(segment => segment.Applied);
        }
    }

    /// <summary>A name that no segment of this index has had.</summary>
    public string NewName() => "_" + IndexFileNames.ToBase36(Interlocked.Increment(ref _counter) - 1);

    /// <summary>Adds a segment that is on disk.</summary>
    public void Add(SegmentCommitInfo segment, long sequence)
    {
        var live = new LiveSegment(_directory, _files, segment, sequence);
        lock (_lock) _segments.Add(live);
    }

    /// <summary>The segments whose documents all came before the cut.</summary>
    public List<LiveSegment> UpTo(long sequence)
    {
        lock (_lock) return _segments.FindAll(segment => segment.FrozenAt <= sequence);
    }

    /// <summary>Applies the deletions, which are all up to the sequence number, to the segments from before it; drops those that have no document left.</summary>
    public void Apply(List<KeyValuePair<Term, long>> entries, long sequence)
    {
        var deletes = LoggedDelete.InOrder(entries);
        foreach (var segment in UpTo(sequence))
        {
            if (deletes.Length > 0 && TermDeletes.Find(segment, deletes) is { } liveDocs) segment.Replace(liveDocs);
            lock (_lock) segment.Applied = sequence;
            if (segment.LiveCount == 0) Remove(segment);
        }
    }

    /// <summary>Whether all of them are still there.</summary>
    public bool HasAll(IReadOnlyList<LiveSegment> segments)
    {
        lock (_lock) return segments.All(_segments.Contains);
    }

    /// <summary>Puts a merged segment in the place of those that it was made of.</summary>
    /// <param name="merged">Null if no document was left.</param>
    /// <param name="liveDocs">Null if none of its documents is deleted.</param>
    /// <param name="sequence">The last change that all of the old segments include.</param>
    public LiveSegment? Replace(IReadOnlyList<LiveSegment> old, SegmentCommitInfo? merged, BitSet? liveDocs, long sequence)
    {
        var live = merged is null ? null : new LiveSegment(_directory, _files, merged, sequence);
        if (live is not null && liveDocs is not null) live.Replace(liveDocs);
        if (live is { LiveCount: 0 })
        {
            live.Release();
            live = null;
        }

        List<LiveSegment> replaced;
        lock (_lock)
        {
            // Those whose last document was deleted meanwhile have gone already.
            replaced = _segments.FindAll(old.Contains);
            var place = replaced.Count > 0 ? _segments.IndexOf(replaced[0]) : _segments.Count;
            if (live is not null) _segments.Insert(place, live);
            _segments.RemoveAll(replaced.Contains);
        }

        foreach (var segment in replaced) segment.Release();
        return live;
    }

    /// <summary>Removes the segments from before the cut.</summary>
    public void RemoveUpTo(long sequence)
    {
        foreach (var segment in UpTo(sequence)) Remove(segment);
    }

    /// <summary>Adds the segments of a commit.</summary>
    public void Reset(SegmentInfos commit, long sequence)
    {
        foreach (var segment in commit.Segments) Add(segment, sequence);
    }

    /// <summary>A snapshot of the segments from before the cut.</summary>
    public SegmentReader[] OpenReaders(long sequence)
    {
        var readers = new List<SegmentReader>();
        try
        {
            var docBase = 0;
            foreach (var segment in UpTo(sequence))
            {
                readers.Add(segment.OpenReader(docBase));
                docBase = checked(docBase + segment.Info.DocCount);
            }

            return [.. readers];
        }
        catch
        {
            foreach (var reader in readers) reader.Dispose();
            throw;
        }
    }

    private void Remove(LiveSegment segment)
    {
        lock (_lock) _segments.Remove(segment);
        segment.Release();
    }
}
