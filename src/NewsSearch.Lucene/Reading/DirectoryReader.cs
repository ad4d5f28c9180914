using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Reading;

/// <summary>
/// An immutable snapshot of an index: what the newest commit, or a writer, held when it was opened. Thread-safe. It counts
/// its users; files are released when the last one is gone, never under a running search.
/// </summary>
public sealed class DirectoryReader : IDisposable
{
    private readonly SegmentReader[] _segments;
    private readonly Func<DirectoryReader, DirectoryReader?> _refresh;
    private int _users = 1;
    private int _disposed;

    /// <summary>Takes over the segments.</summary>
    /// <param name="commit">The commit that the snapshot is of or, if it is a writer's, the last one before it.</param>
    /// <param name="refresh">Makes a newer snapshot of the same source, or returns null if there is none.</param>
    internal DirectoryReader(SegmentReader[] segments, SegmentInfos commit, Func<DirectoryReader, DirectoryReader?> refresh)
    {
        _segments = segments;
        _refresh = refresh;
        Generation = commit.Generation;
        UserData = commit.UserData;
        foreach (var segment in segments)
        {
            MaxDoc += segment.MaxDoc;
            NumDocs += segment.NumDocs;
        }
    }

    /// <summary>Number of documents, deleted ones included: document numbers are 0 to this, exclusive.</summary>
    public int MaxDoc { get; }

    /// <summary>Number of documents that are not deleted.</summary>
    public int NumDocs { get; }

    /// <summary>Number of segments.</summary>
    public int SegmentCount => _segments.Length;

    /// <summary>N of the segments_N file that was opened; of a writer's snapshot, N of the last commit before it.</summary>
    public long Generation { get; }

    /// <summary>What the committer wrote beside the commit.</summary>
    public IReadOnlyDictionary<string, string> UserData { get; }

    internal ReadOnlySpan<SegmentReader> Segments => _segments;

    /// <summary>Opens the newest commit.</summary>
    /// <exception cref="IndexNotFoundException">The directory holds no index.</exception>
    /// <exception cref="CorruptIndexException">A file is broken; nothing stays open.</exception>
    public static DirectoryReader Open(IndexDirectory directory) => OpenCommit(directory, shared: null)!;

    /// <summary>
    /// A snapshot of what has changed since: of the directory's newest commit or, if the reader came from a writer, of
    /// all that the writer has acknowledged. Segments that stayed the same are shared. The old reader stays as it is; the
    /// caller disposes both.
    /// </summary>
    /// <returns>Null if nothing has changed.</returns>
    /// <exception cref="ObjectDisposedException">The old reader's last user is gone, or its writer is closed.</exception>
    public static DirectoryReader? OpenIfChanged(DirectoryReader old)
    {
        using var use = new ReaderUse(old);
        return old._refresh(old);
    }

    /// <summary>Number of documents that hold the term, deleted ones included.</summary>
    /// <exception cref="ObjectDisposedException">The last user is gone.</exception>
    public int DocFreq(Term term)
    {
        using var use = new ReaderUse(this);
        var count = 0;
        var bytes = term.ToBytes();
        foreach (var segment in _segments)
        {
            var terms = segment.Terms(term.Field)?.Iterator();
            if (terms is not null && terms.SeekExact(bytes)) count += terms.DocFreq;
        }

        return count;
    }

    /// <summary>The stored fields of a document.</summary>
    /// <param name="docId">Its number in the whole index.</param>
    /// <param name="wanted">Names of the fields to return; null means all.</param>
    /// <exception cref="ObjectDisposedException">The last user is gone.</exception>
    public Document Document(int docId, IReadOnlySet<string>? wanted = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, MaxDoc);
        using var use = new ReaderUse(this);
        var segment = SegmentOf(docId);
        return segment.Document(docId - segment.DocBase, wanted);
    }

    /// <summary>Counts one user more, unless the last one has gone: then false, and the caller opens a new reader.</summary>
    public bool TryAcquire()
    {
        while (true)
        {
            var users = Volatile.Read(ref _users);
            if (users == 0) return false;
            if (Interlocked.CompareExchange(ref _users, users + 1, users) == users) return true;
        }
    }

    /// <summary>Ends one use that <see cref="TryAcquire"/> began.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _users) != 0) return;
        foreach (var segment in _segments) segment.Dispose();
    }

    /// <summary>Ends the opener's use; the files are released when all others have ended theirs.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0) Release();
    }

    /// <summary>Whether both consist of the same segments with the same deletions.</summary>
    internal bool HasSameContent(DirectoryReader other) =>
        _segments.Length == other._segments.Length
        && _segments.Zip(other._segments).All(pair => ReferenceEquals(pair.First.Core, pair.Second.Core) && ReferenceEquals(pair.First.LiveDocs, pair.Second.LiveDocs));

    internal SegmentReader SegmentOf(int docId)
    {
        var low = 0;
        var high = _segments.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (_segments[middle].DocBase <= docId) low = middle;
            else high = middle - 1;
        }

        // Segments without documents share their DocBase with the next one; the last of them is the one with the document.
        return _segments[low];
    }

    private static DirectoryReader? OpenCommit(IndexDirectory directory, DirectoryReader? shared)
    {
        while (true)
        {
            var commit = SegmentInfosReader.ReadLatest(directory);
            // An index that was removed and begun again counts from 1 again; its segments only look like the old ones.
            if (shared is not null && commit.Generation < shared.Generation) shared = null;
            if (shared is not null && commit.Generation == shared.Generation && shared.IsOf(commit)) return null;
            try
            {
                return new DirectoryReader(OpenSegments(directory, commit, shared), commit, old => OpenCommit(directory, old));
            }
            catch (IOException)
            {
                // A writer may have finished a newer commit and removed files of this one meanwhile; otherwise the error stands.
                if (SegmentInfosReader.LatestGeneration(directory) <= commit.Generation) throw;
            }
        }
    }

    private bool IsOf(SegmentInfos commit) =>
        _segments.Length == commit.Segments.Count
        && _segments.Zip(commit.Segments).All(pair => pair.First.Core.IsOf(pair.Second.Info) && pair.First.Segment.DeletionGeneration == pair.Second.DeletionGeneration);

    private static SegmentReader[] OpenSegments(IndexDirectory directory, SegmentInfos commit, DirectoryReader? shared)
    {
        var segments = new List<SegmentReader>(commit.Segments.Count);
        try
        {
            var docBase = 0L;
            foreach (var segment in commit.Segments)
            {
                if (docBase + segment.Info.DocCount > int.MaxValue - 1)
                    throw new CorruptIndexException(directory.Name, -1, "more than 2,147,483,646 documents", "at most that many in one index");
                segments.Add(OpenSegment(directory, segment, (int)docBase, shared));
                docBase += segment.Info.DocCount;
            }

            return [.. segments];
        }
        catch
        {
            foreach (var segment in segments) segment.Dispose();
            throw;
        }
    }

    private static SegmentReader OpenSegment(IndexDirectory directory, SegmentCommitInfo segment, int docBase, DirectoryReader? shared)
    {
        var old = shared?._segments.FirstOrDefault(candidate => candidate.Core.IsOf(segment.Info));
        if (old is null || segment.FieldInfosGeneration >= 0 || !old.Core.TryAcquire()) return SegmentReader.Open(directory, segment, docBase);
        return old.Segment.DeletionGeneration == segment.DeletionGeneration
            ? new SegmentReader(old.Core, segment, old.LiveDocs, docBase)
            : SegmentReader.Open(old.Core, directory, segment, docBase);
    }
}
