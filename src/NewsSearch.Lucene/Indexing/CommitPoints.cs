using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing;

/// <summary>The last commit and the one that is prepared, if any. Both keep their files.</summary>
internal sealed class CommitPoints
{
    private readonly IndexDirectory _directory;
    private readonly IndexFileDeleter _files;

    /// <summary>Takes over the directory's newest commit, and removes the files that a writer that was killed left behind.</summary>
    public CommitPoints(IndexDirectory directory, IndexFileDeleter files)
    {
        _directory = directory;
        _files = files;
        Committed = SegmentInfosReader.ReadLatestOrNone(directory) ?? new SegmentInfos();
        // A writer that was killed while it committed may have left a commit whose name is not on disk yet; the files of the
        // commit before must not go first.
        directory.SyncNames();
        IndexFiles.DeleteUnused(directory, Committed);
        if (Committed.Generation > 0) files.Acquire(IndexFiles.Of(Committed));
    }

    /// <summary>The newest commit: what a rollback returns to. Generation 0 where there is none yet.</summary>
    public SegmentInfos Committed { get; private set; }

    public SegmentInfos? Prepared { get; private set; }

    /// <summary>First step: syncs the files of the segments and writes the commit, not yet as the newest.</summary>
    public void Prepare(List<SegmentCommitInfo> segments, int counter, IReadOnlyDictionary<string, string>? userData)
    {
        var known = new HashSet<string>(Committed.Segments.SelectMany(segment => segment.AllFiles()));
        _directory.Sync(segments.SelectMany(segment => segment.AllFiles()).Where(file => !known.Contains(file)));
        _directory.SyncNames();
        var commit = new SegmentInfos
        {
            Generation = Math.Max(Committed.Generation, Math.Max(0, SegmentInfosReader.LatestGeneration(_directory))) + 1,
            Version = Committed.Version + 1,
            Counter = counter,
            Segments = segments,
            UserData = new Dictionary<string, string>(userData ?? Committed.UserData),
        };
        SegmentInfosWriter.Prepare(_directory, commit);
        _files.Acquire(IndexFiles.Of(commit));
        Prepared = commit;
    }

    /// <summary>Second step: the prepared commit is the newest; the one before it lets its files go.</summary>
    public void Finish()
    {
        var commit = Prepared!;
        SegmentInfosWriter.Finish(_directory, commit);
        var old = Committed;
        Committed = commit;
        Prepared = null;
        if (old.Generation > 0) _files.Release(IndexFiles.Of(old));
        _files.Retry();
    }

    /// <summary>Takes the prepared commit back.</summary>
    public void Abandon()
    {
        if (Prepared is not { } commit) return;
        if (_directory.FileExists(SegmentInfosFormat.FileName(commit.Generation)))
        {
            // The second step failed after the rename: it is the newest commit, and readers may have it open.
            Committed = commit;
            Prepared = null;
            return;
        }

        SegmentInfosWriter.Abandon(_directory, commit);
        Prepared = null;
        _files.Release(IndexFiles.Of(commit));
    }
}
