using System.Runtime.ExceptionServices;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>
/// Runs merges on a few threads of its own, so that neither adding nor searching waits for one, and these stand back for searches. A merge that fails has changed nothing; its
/// segments are left alone until the next commit, or for good if they can't be merged at all.
/// </summary>
/// <param name="snapshotGate">The writer's; merges hold it while they begin and while their result takes its place. Never taken with the gate held.</param>
internal sealed class MergeScheduler(IndexDirectory directory, LiveSegments segments, DocumentBuffers buffers, object snapshotGate, IndexWriterOptions options)
{
    /// <summary>Merges may wait for their turn without holding up those who add; with more, segments would come faster than they go.</summary>
    private const int MostWaiting = 2;

    private readonly object _gate = new();
    private readonly TieredMergePolicy _policy = new(options.MergePolicy);
    private readonly List<MergeJob> _jobs = [];
    private readonly Queue<MergeJob> _waiting = [];
    private readonly List<ForcedMerge> _forced = [];
    private readonly HashSet<LiveSegment> _failed = [];
    private readonly HashSet<LiveSegment> _unmergeable = [];
    private Exception? _lastFailure;
    private int _threads;
    private bool _isStopped;

    /// <summary>Why the last merge that failed did; null if none has.</summary>
    public Exception? LastFailure
    {
        get
        {
            lock (_gate) return _lastFailure;
        }
    }

    /// <summary>Begins the merges that are due. To be called when segments have changed; quick, and from any thread.</summary>
    public void Look()
    {
        lock (_gate)
        {
            if (_isStopped) return;
            foreach (var forced in _forced) Enqueue(sizes => forced.Find(_policy, sizes), isForced: true);
            _forced.RemoveAll(forced => forced.IsDone);
            if (options.MergesInBackground) Enqueue(sizes => _policy.FindMerges([.. sizes.Values]), isForced: false);
            while (_waiting.Count > 0 && _threads < Math.Max(1, options.MaxMergeThreads)) StartThread();
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>As <see cref="Look"/>, with the segments again whose merge has failed: the disk may have room now.</summary>
    public void LookAgain()
    {
        lock (_gate) _failed.Clear();
        Look();
    }

    /// <summary>Asks for the present segments to become a few, whatever their size.</summary>
    public ForcedMerge Force(int maxSegments)
    {
        var forced = new ForcedMerge(segments.UpTo(long.MaxValue), maxSegments);
        lock (_gate) _forced.Add(forced);
        LookAgain();
        return forced;
    }

    /// <summary>Waits for the end of what was asked for.</summary>
    /// <exception cref="IOException">A merge failed; nothing is lost.</exception>
    /// <exception cref="OperationCanceledException">The writer was closed or rolled back.</exception>
    public void Wait(ForcedMerge forced)
    {
        lock (_gate)
        {
            while (!forced.IsDone && !_isStopped) Monitor.Wait(_gate);
            if (forced.Error is not null) ExceptionDispatchInfo.Throw(forced.Error);
            if (!forced.IsDone) throw new OperationCanceledException("The writer was closed before its segments were merged.");
        }
    }

    /// <summary>Holds back a thread that adds while merges lag far behind, unless one that was asked for, which may take long, is why. Not under the snapshot gate.</summary>
    public void WaitForRoom()
    {
        lock (_gate)
        {
            while (!_isStopped && _waiting.Count(job => !job.IsForced) > MostWaiting && !_jobs.Exists(job => job.IsForced)) Monitor.Wait(_gate);
        }
    }

    /// <summary>Waits until no merge runs or waits to run.</summary>
    public void WaitForAll()
    {
        lock (_gate)
        {
            while (_threads > 0) Monitor.Wait(_gate);
        }
    }

    /// <summary>Gives up all merges, without waiting for their ends. Under the snapshot gate: none of them changes anything any more.</summary>
    public void Cancel()
    {
        lock (_gate)
        {
            foreach (var job in _jobs) job.Cancel();
        }
    }

    /// <summary>Gives up all merges and waits for their ends; none begins any more. Not under the snapshot gate.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
            foreach (var job in _jobs) job.Cancel();
            Monitor.PulseAll(_gate);
        }

        WaitForAll();
    }

    private void Enqueue(Func<IReadOnlyDictionary<LiveSegment, SegmentSize>, IReadOnlyList<MergeSpecification>> find, bool isForced)
    {
        var merging = _jobs.SelectMany(job => job.Sources).ToHashSet();
        var sizes = segments.UpTo(long.MaxValue)
            .Where(segment => segment.IsReadable && !_unmergeable.Contains(segment) && !_failed.Contains(segment))
            .ToDictionary(segment => segment, segment => segment.Size(merging.Contains(segment)));
        var byName = sizes.Keys.ToDictionary(segment => segment.Info.Name);
        foreach (var found in find(sizes))
        {
            var job = new MergeJob([.. found.Segments.Select(size => byName[size.Name])], isForced, isForced ? 0 : options.MergeBytesPerSecond);
            _jobs.Add(job);
            _waiting.Enqueue(job);
        }
    }

    private void StartThread()
    {
        _threads++;
        BackgroundThread.Start("merges of " + directory.Name, Work, options.MergesStandBack);
    }

    private void Work()
    {
        while (true)
        {
            MergeJob? job;
            lock (_gate)
            {
                if (!_waiting.TryDequeue(out job))
                {
                    _threads--;
                    Monitor.PulseAll(_gate);
                    return;
                }

                Monitor.PulseAll(_gate);
            }

            Run(job);
        }
    }

    private void Run(MergeJob job)
    {
        Exception? failure = null;
        try
        {
            job.Run(directory, segments, buffers, snapshotGate);
        }
        catch (Exception error)
        {
            // Nobody is above this thread: whoever waits for a forced merge, or asks for the last failure, gets it.
            failure = error;
        }

        lock (_gate)
        {
            _jobs.Remove(job);
            Remember(job, failure);
            foreach (var forced in _forced) forced.Follow(job, failure);
            job.Dispose();
        }

        try
        {
            Look();
        }
        catch (Exception error)
        {
            // It would end the process; the writer stops instead.
            buffers.Fail(error);
        }
    }

    private void Remember(MergeJob job, Exception? failure)
    {
        _unmergeable.UnionWith(job.Unmergeable);
        if (failure is null or OperationCanceledException) return;
        _lastFailure = failure;
        var isForGood = failure is not IOException || failure is CorruptIndexException;
        (isForGood ? _unmergeable : _failed).UnionWith(job.Sources);
    }
}
