using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>
/// One merge of live segments: it opens them as they are, writes the new segment while changes go on, and puts it in their
/// place with the deletions that arrived meanwhile.
/// </summary>
/// <param name="sources">The segments that become one.</param>
/// <param name="isForced">Whether somebody asked for it.</param>
/// <param name="bytesPerSecond">As of <see cref="MergeControl"/>.</param>
internal sealed class MergeJob(IReadOnlyList<LiveSegment> sources, bool isForced, long bytesPerSecond) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public IReadOnlyList<LiveSegment> Sources { get; } = sources;

    /// <summary>Whether somebody asked for it; other merges follow from the number of segments.</summary>
    public bool IsForced { get; } = isForced;

    /// <summary>The new segment; null until it stands, and if no document was left.</summary>
    public LiveSegment? Result { get; private set; }

    /// <summary>Sources that hold what this engine does not write; if there are any, nothing was merged, and others may do it without them.</summary>
    public IReadOnlyList<LiveSegment> Unmergeable { get; private set; } = [];

    /// <summary>Makes it end soon without a result. Under the snapshot gate: certainly without.</summary>
    public void Cancel() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();

    /// <summary>Runs the merge.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; the new files are removed.</exception>
    /// <exception cref="IOException">Nothing has changed; the new files are removed.</exception>
    public void Run(IndexDirectory directory, LiveSegments segments, DocumentBuffers buffers, object snapshotGate)
    {
        var readers = new List<SegmentReader>(Sources.Count);
        try
        {
            lock (snapshotGate)
            {
                _stop.Token.ThrowIfCancellationRequested();
                // Segments whose last document was deleted have gone meanwhile: the policy looks again.
                if (!segments.HasAll(Sources)) return;
                foreach (var source in Sources) readers.Add(source.OpenReaderOfItsOwn());
            }

            Unmergeable = [.. Sources.Where((source, i) => !SegmentMerger.CanMerge(readers[i], out _))];
            if (Unmergeable.Count > 0) return;
            var name = segments.NewName();
            var control = new MergeControl(bytesPerSecond, cancellationToken: _stop.Token);
            var merged = new SegmentMerger(directory, name, readers, control).Merge();
            lock (snapshotGate)
            {
                if (_stop.IsCancellationRequested) IndexFiles.DeleteSegment(directory, name);
                _stop.Token.ThrowIfCancellationRequested();
                Publish(merged, readers, segments, buffers);
            }
        }
        finally
        {
            foreach (var reader in readers) reader.Dispose();
        }
    }

    private void Publish(MergedSegment merged, List<SegmentReader> readers, LiveSegments segments, DocumentBuffers buffers)
    {
        try
        {
            // All sources, and so the new segment, stand at the same point in the order of changes then.
            var cut = buffers.DeletesSoFar();
            segments.Apply(cut.Deletes, cut.Sequence);
            Result = segments.Replace(Sources, merged.Segment, CarryOver(merged, readers), cut.Sequence);
            buffers.CountChange();
            buffers.ForgetAppliedDeletes();
        }
        catch (Exception error)
        {
            buffers.Fail(error);
            throw;
        }
    }

    /// <summary>The live documents of the new segment, or null if none was deleted while the merge ran.</summary>
    private BitSet? CarryOver(MergedSegment merged, List<SegmentReader> readers)
    {
        BitSet? liveDocs = null;
        for (var i = 0; i < readers.Count && merged.Segment is not null; i++)
        {
            var before = readers[i].LiveDocs;
            var now = Sources[i].LiveDocs;
            if (ReferenceEquals(before, now) || now is null) continue;
            for (var docId = 0; docId < now.Length; docId++)
            {
                if (now[docId] || (before is not null && !before[docId])) continue;
                liveDocs ??= BitSet.AllSet(merged.Segment.Info.DocCount);
                liveDocs.Clear(merged.DocMaps[i][docId]);
            }
        }

        return liveDocs;
    }
}
