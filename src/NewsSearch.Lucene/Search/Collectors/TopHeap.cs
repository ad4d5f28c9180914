namespace NewsSearch.Lucene.Search.Collectors;

/// <summary>The best of many entries: those with the greatest keys and, where keys are equal, the smallest document numbers.</summary>
/// <param name="capacity">How many to keep. Room is taken as entries come, not in advance.</param>
internal sealed class TopHeap(int capacity)
{
    private (long Key, int DocId)[] _entries = new (long, int)[Math.Min(capacity, 64)];

    public int Count { get; private set; }

    /// <summary>Whether a further entry drops another one.</summary>
    public bool IsFull => Count == capacity;

    /// <summary>The key of the entry that would be dropped next; only when there is any.</summary>
    public long WorstKey => _entries[0].Key;

    /// <summary>Adds an entry, if it is among the best so far.</summary>
    public void Add(long key, int docId)
    {
        if (capacity == 0) return;
        if (!IsFull)
        {
            if (Count == _entries.Length) Array.Resize(ref _entries, (int)Math.Min(2L * Count, capacity));
            SiftUp(Count++, (key, docId));
        }
        else if (IsWorse(_entries[0], (key, docId)))
        {
            SiftDown((key, docId));
        }
    }

    /// <summary>Takes all entries out, best first.</summary>
    public (long Key, int DocId)[] Drain()
    {
        var sorted = _entries.AsSpan(0, Count).ToArray();
        Array.Sort(sorted, (left, right) => left.Key != right.Key ? right.Key.CompareTo(left.Key) : left.DocId.CompareTo(right.DocId));
        Count = 0;
        return sorted;
    }

    private static bool IsWorse((long Key, int DocId) left, (long Key, int DocId) right) =>
        left.Key != right.Key ? left.Key < right.Key : left.DocId > right.DocId;

    private void SiftUp(int node, (long Key, int DocId) entry)
    {
        while (node > 0)
        {
            var parent = (node - 1) >> 1;
            if (!IsWorse(entry, _entries[parent])) break;
            _entries[node] = _entries[parent];
            node = parent;
        }

        _entries[node] = entry;
    }

    private void SiftDown((long Key, int DocId) entry)
    {
        var node = 0;
        while (true)
        {
            var child = 2 * node + 1;
            if (child >= Count) break;
            if (child + 1 < Count && IsWorse(_entries[child + 1], _entries[child])) child++;
            if (!IsWorse(_entries[child], entry)) break;
            _entries[node] = _entries[child];
            node = child;
        }

        _entries[node] = entry;
    }
}
