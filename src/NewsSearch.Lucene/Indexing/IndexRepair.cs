using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Reading.Checking;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// Makes a broken index usable again by leaving out the segments that are broken. What is lost with them is written to a report
/// in the index directory, and is on disk, before anything changes.
/// </summary>
/// <remarks>
/// Files of the segments that are left out stay until the next writer opens the index; who wants to look into them copies
/// them before that.
/// </remarks>
public static class IndexRepair
{
    private const string BackupPrefix = "before-repair_";

    /// <summary>Checks the index and repairs it if it is broken.</summary>
    /// <param name="directory">The index; its write lock is held meanwhile.</param>
    /// <param name="idField">A stored field whose values name the lost documents in the report.</param>
    /// <param name="progress">Is told how far the check has come.</param>
    /// <param name="cancellationToken">Ends the check, or the writing of the report; nothing is changed then.</param>
    /// <exception cref="LockHeldException">A writer has the index open.</exception>
    /// <exception cref="IndexNotFoundException">The directory holds no index.</exception>
    /// <exception cref="CorruptIndexException">No commit can be read: there is nothing to go on with. Nothing was changed.</exception>
    /// <exception cref="NotSupportedException">A segment is whole but in a format that this engine does not read. Nothing was changed.</exception>
    public static IndexRepairResult Repair(
        IndexDirectory directory, string idField, IProgress<IndexCheckProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(idField);
        using var writeLock = directory.ObtainLock(IndexFiles.LockFile);
        var report = IndexChecker.Check(directory, progress, cancellationToken);
        if (report.IsClean)
            return new IndexRepairResult(null, null, report.Generation, report.Generation, false, [], 0, 0, report.SoundDocCount);
        var source = report;
        while (!source.IsReadable && source.Older is not null) source = source.Older;
        Refuse(report, source);
        return Repair(directory, idField, report, source, cancellationToken);
    }

    private static void Refuse(IndexCheckReport newest, IndexCheckReport source)
    {
        // To go back to an older commit, or without a segment, would throw away what another program can still read.
        var unsupported = newest.IsCommitUnsupported ? newest.CommitProblem : source.Segments.FirstOrDefault(segment => segment.IsUnsupported)?.Problems[0];
        if (unsupported is not null) throw new NotSupportedException($"Nothing was repaired: what can't be read is not broken, but in a format that this engine does not know. {unsupported}");
        if (!source.IsReadable) throw new CorruptIndexException(newest.Directory, -1, "no commit that can be read", "one; the newest says: " + newest.CommitProblem);
    }

    private static IndexRepairResult Repair(
        IndexDirectory directory, string idField, IndexCheckReport newest, IndexCheckReport source, CancellationToken cancellationToken)
    {
        var unreadable = new List<UnreadableSegment>();
        var commit = SegmentInfosReader.ReadReadable(directory, source.Generation, unreadable);
        var sound = source.Segments.Where(segment => segment.IsClean).Select(segment => segment.Name).ToHashSet();
        var kept = commit.Segments.Where(segment => sound.Contains(segment.Info.Name)).ToList();
        var newestKnown = Math.Max(newest.Generation, GenerationFile.Read(directory));
        var generation = newestKnown + 1;

        var backup = Backup(directory, newest.Generation);
        var losses = new LossReport(directory, idField, cancellationToken);
        var reportFile = losses.Write(generation, newest, source, [.. commit.Segments.Where(segment => !sound.Contains(segment.Info.Name))], unreadable);
        Commit(directory, commit, kept, generation);

        return new IndexRepairResult(
            reportFile, backup, source.Generation, generation, source.Generation != newestKnown,
            [.. source.Segments.Where(segment => !segment.IsClean).Select(segment => segment.Name)],
            source.BrokenDocCount, losses.NamedCount, source.SoundDocCount);
    }

    private static void Commit(IndexDirectory directory, SegmentInfos old, List<SegmentCommitInfo> kept, long generation)
    {
        var commit = new SegmentInfos
        {
            Generation = generation,
            Version = old.Version + 1,
            Counter = NextCounter(directory, old.Counter),
            Segments = kept,
            UserData = old.UserData,
        };
        try
        {
            SegmentInfosWriter.Prepare(directory, commit);
        }
        catch
        {
            SegmentInfosWriter.Abandon(directory, commit);
            throw;
        }

        SegmentInfosWriter.Finish(directory, commit);
    }

    /// <summary>
    /// A number above those of all segments with files here: after going back to an older commit its own counter may be
    /// that of a segment which a newer one had, and files are never written twice.
    /// </summary>
    private static int NextCounter(IndexDirectory directory, int counter)
    {
        foreach (var file in directory.ListAll())
        {
            var end = file.StartsWith('_') ? file.AsSpan(1).IndexOfAny('_', '.') : -1;
            if (end > 0) counter = (int)Math.Min(int.MaxValue - 1, Math.Max(counter, IndexFileNames.FromBase36(file.AsSpan(1, end)) + 1));
        }

        return counter;
    }

    private static string Backup(IndexDirectory directory, long generation)
    {
        var name = SegmentInfosFormat.FileName(generation);
        using (var source = directory.OpenFile(name))
        using (var copy = directory.CreateOutput(BackupPrefix + name))
        {
            var input = new IndexInput(source);
            copy.WriteBytes(input.ReadSpan((int)input.Length));
            copy.Flush();
        }

        directory.Sync([BackupPrefix + name]);
        directory.SyncNames();
        return BackupPrefix + name;
    }
}
