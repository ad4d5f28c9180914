namespace NewsSearch.Lucene.Tests.Reading;

/// <summary>
/// Runs cases one after the other on a thread of its own while another looks at the clock, and measures what each allocates: a
/// case that hangs or eats memory fails by name, and does not take the test run with it.
/// </summary>
internal static class GuardedThread
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Runs the cases until the first failure.</summary>
    /// <param name="count">Cases are numbered from 0 to this.</param>
    /// <param name="mostBytes">What one case may allocate.</param>
    /// <param name="run">Runs one case; throws if it fails.</param>
    /// <param name="describe">Names a case.</param>
    /// <returns>The most that a case allocated, in bytes.</returns>
    public static long Run(int count, long mostBytes, Action<int> run, Func<int, string> describe)
    {
        var current = -1;
        var most = 0L;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                for (var i = 0; i < count && Volatile.Read(ref failure) is null; i++)
                {
                    Volatile.Write(ref current, i);
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    run(i);
                    var used = GC.GetAllocatedBytesForCurrentThread() - before;
                    most = Math.Max(most, used);
                    if (used > mostBytes) throw new InvalidOperationException($"{used:N0} bytes were allocated, more than {mostBytes:N0}.");
                }
            }
            catch (Exception error)
            {
                Volatile.Write(ref failure, error);
            }
        }) { IsBackground = true };
        thread.Start();
        var watched = -1;
        while (!thread.Join(Limit))
        {
            var now = Volatile.Read(ref current);
            Assert.True(now != watched, $"Still at work after {Limit}: {describe(now)}");
            watched = now;
        }

        Assert.True(failure is null, $"{describe(Volatile.Read(ref current))}\n{failure}");
        return most;
    }
}
