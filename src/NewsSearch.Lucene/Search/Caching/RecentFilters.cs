using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Search.Caching;

/// <summary>
/// Remembers the last filters that were asked for. Only their hash codes are kept: if two filters share one, a filter is cached at its first use,
/// which does no harm.
/// </summary>
internal sealed class RecentFilters
{
    private const int Size = 256;

    private readonly int[] _ring = new int[Size];
    private readonly Dictionary<int, int> _counts = [];
    private int _next;
    private int _count;

    /// <summary>Notes a use; whether there has been one before among the last ones.</summary>
    public bool Note(Query query)
    {
        var hash = query.GetHashCode();
        var isKnown = _counts.ContainsKey(hash);
        if (_count == Size) Forget(_ring[_next]);
        else _count++;
        _ring[_next] = hash;
        _next = (_next + 1) % Size;
        _counts[hash] = _counts.GetValueOrDefault(hash) + 1;
        return isKnown;
    }

    private void Forget(int hash)
    {
        if (--_counts[hash] == 0) _counts.Remove(hash);
    }
}
