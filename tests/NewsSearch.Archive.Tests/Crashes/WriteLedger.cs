namespace NewsSearch.Archive.Tests.Crashes;

/// <summary>What an index may hold after a crash: for each id the last acknowledged write, or one that was tried after it.</summary>
internal sealed class WriteLedger : IWriteLog
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<(long Version, bool IsDeletion)>> _possible = [];

    /// <summary>Writes acknowledged so far.</summary>
    public int AcknowledgedCount { get; private set; }

    public IReadOnlyList<string> Ids
    {
        get
        {
            lock (_gate) return [.. _possible.Keys.Order(StringComparer.Ordinal)];
        }
    }

    public void Tried(string id, long version, bool isDeletion)
    {
        lock (_gate)
        {
            // Before the first write the article is absent, as after a deletion.
            if (!_possible.TryGetValue(id, out var writes)) _possible[id] = writes = [(0, true)];
            if (writes[^1].Version >= version) throw new InvalidOperationException($"Version {version} of {id} after {writes[^1].Version}: the test itself is wrong.");
            writes.Add((version, isDeletion));
        }
    }

    public void Acknowledged(string id, long version)
    {
        lock (_gate)
        {
            var removed = _possible[id].RemoveAll(write => write.Version < version);
            if (removed == 0) throw new InvalidOperationException($"Version {version} of {id} was acknowledged twice: the test itself is wrong.");
            AcknowledgedCount++;
        }
    }

    public void Committing()
    {
        // A commit changes nothing of what must be there.
    }

    public void Committed()
    {
        // As above.
    }

    /// <summary>Compares with the index.</summary>
    /// <param name="found">The articles of the index by id.</param>
    /// <returns>What is lost, came back or was never written; empty if all is well.</returns>
    public IEnumerable<string> FindFaults(IReadOnlyDictionary<string, Article> found)
    {
        foreach (var id in Ids)
        {
            var possible = _possible[id];
            var article = found.GetValueOrDefault(id);
            var isPossible = article is null
                ? possible.Exists(write => write.IsDeletion)
                : CrashArticle.VersionOf(article) is var version && possible.Contains((version, false));
            if (!isPossible)
                yield return $"{id} is {article?.Title ?? "absent"}, but may be {string.Join(" or ", possible.Select(write => write.IsDeletion ? $"deleted by {write.Version}" : $"version {write.Version}"))}";
        }
    }
}
