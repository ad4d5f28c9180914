namespace NewsSearch.Archive.Tests.Crashes;

/// <summary>When a child is killed: a random while after the n-th line of some beginning.</summary>
internal sealed class KillMoment(string prefix, int count, TimeSpan delay)
{
    private int _left = count;

    public TimeSpan Delay => delay;

    public static KillMoment Draw(Random random) => random.Next(10) switch
    {
        // While it opens and replays.
        < 2 => new KillMoment(ConsoleWriteLog.Opening, 1, Milliseconds(random, 150)),
        // While it commits: flushes, syncs, renames, trims the journal.
        < 5 => new KillMoment(ConsoleWriteLog.CommitBegins, 1 + random.Next(4), Milliseconds(random, 40)),
        // Just after a commit, with the journal begun anew.
        < 6 => new KillMoment(ConsoleWriteLog.CommitEnds, 1 + random.Next(4), Milliseconds(random, 5)),
        _ => new KillMoment("acknowledged", 1 + random.Next(400), Milliseconds(random, 3)),
    };

    /// <summary>Whether this line is the one; true once.</summary>
    public bool IsReached(string line) => line.StartsWith(prefix, StringComparison.Ordinal) && --_left == 0;

    private static TimeSpan Milliseconds(Random random, double most) => TimeSpan.FromMilliseconds(random.NextDouble() * most);
}
