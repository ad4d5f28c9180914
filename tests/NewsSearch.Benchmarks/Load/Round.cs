using System.Diagnostics;

namespace NewsSearch.Benchmarks.Load;

/// <summary>What a fixed amount of work took when several threads shared it.</summary>
/// <param name="Queries">How many were answered.</param>
/// <param name="Elapsed">From the first to the last.</param>
/// <param name="Cpu">Processor time of the whole process.</param>
/// <param name="AllocatedBytes">Managed memory allocated by all threads.</param>
/// <param name="Collections">Garbage collections of generations 0, 1 and 2.</param>
/// <param name="Pauses">Time for which these stopped all threads.</param>
/// <param name="Milliseconds">How long each query took, in no order.</param>
/// <param name="TotalHits">The matches of all queries, to see that every round did the same.</param>
internal sealed record Round(
    int Queries, TimeSpan Elapsed, TimeSpan Cpu, long AllocatedBytes, (int Gen0, int Gen1, int Gen2) Collections, TimeSpan Pauses,
    float[] Milliseconds, long TotalHits)
{
    // A claim costs one interlocked addition; several queries at a time keep that from being measured.
    private const int QueriesPerClaim = 8;

    public double QueriesPerSecond => Queries / Elapsed.TotalSeconds;

    /// <summary>Answers all queries so many times.</summary>
    public static Round Run(ISearchTarget target, MeasuredQuery[] queries, int passes, int threadCount)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var milliseconds = new float[queries.Length * passes];
        var next = 0;
        var totalHits = 0L;
        Exception? failure = null;
        using var start = new Barrier(threadCount + 1);
        var threads = new Thread[threadCount];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Work) { IsBackground = true };
            threads[i].Start();
        }

        var collections = (GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2));
        var pauses = GC.GetTotalPauseDuration();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        start.SignalAndWait();
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        foreach (var thread in threads) thread.Join();
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (failure is not null) throw new InvalidOperationException($"A search failed: {failure.Message}", failure);
        return new Round(
            milliseconds.Length,
            elapsed,
            Environment.CpuUsage.TotalTime - cpu,
            GC.GetTotalAllocatedBytes(precise: true) - allocated,
            (GC.CollectionCount(0) - collections.Item1, GC.CollectionCount(1) - collections.Item2, GC.CollectionCount(2) - collections.Item3),
            GC.GetTotalPauseDuration() - pauses,
            milliseconds,
            totalHits);

        void Work()
        {
            start.SignalAndWait();
            try
            {
                var hits = 0L;
                for (var first = Claim(); first < milliseconds.Length; first = Claim())
                {
                    var end = Math.Min(first + QueriesPerClaim, milliseconds.Length);
                    for (var i = first; i < end; i++)
                    {
                        var begun = Stopwatch.GetTimestamp();
                        hits += target.Search(queries[i % queries.Length]);
                        milliseconds[i] = (float)Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                    }
                }

                Interlocked.Add(ref totalHits, hits);
            }
            catch (Exception error)
            {
                failure = error;
            }
        }

        int Claim() => Interlocked.Add(ref next, QueriesPerClaim) - QueriesPerClaim;
    }
}
