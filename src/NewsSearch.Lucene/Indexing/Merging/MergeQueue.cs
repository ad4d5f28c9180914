namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>
/// Merges ascending runs of byte strings: a binary heap of cursors by their current one. Each step takes all cursors that
/// stand on the least.
/// </summary>
internal sealed class MergeQueue<TCursor>
    where TCursor : MergeCursor
{
    private readonly TCursor[] _heap;
    private readonly List<TCursor> _least = [];
    private int _count;

    public MergeQueue(IEnumerable<TCursor> cursors)
    {
        _heap = [.. cursors.Where(cursor => cursor.MoveNext())];
        _count = _heap.Length;
        for (var i = _count / 2 - 1; i >= 0; i--) SiftDown(i);
    }

    /// <summary>The cursors that stand on the least byte string, by their number; never empty after <see cref="MoveNext"/>.</summary>
    public IReadOnlyList<TCursor> Least => _least;

    /// <summary>Moves the cursors of the last step on and takes the next least ones; false if there are none left.</summary>
    public bool MoveNext()
    {
        foreach (var cursor in _least)
            if (cursor.MoveNext()) Push(cursor);
        _least.Clear();
        if (_count == 0) return false;
        do _least.Add(Pop());
        while (_count > 0 && _heap[0].Current.SequenceEqual(_least[0].Current));
        return true;
    }

    private static bool IsBefore(TCursor left, TCursor right)
    {
        var order = left.Current.SequenceCompareTo(right.Current);
        return order < 0 || (order == 0 && left.Number < right.Number);
    }

    private void Push(TCursor cursor)
    {
        var at = _count++;
        while (at > 0 && IsBefore(cursor, _heap[(at - 1) / 2]))
        {
            _heap[at] = _heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _heap[at] = cursor;
    }

    private TCursor Pop()
    {
        var least = _heap[0];
        _heap[0] = _heap[--_count];
        if (_count > 0) SiftDown(0);
        return least;
    }

    private void SiftDown(int at)
    {
        var cursor = _heap[at];
        while (2 * at + 1 is var child && child < _count)
        {
            if (child + 1 < _count && IsBefore(_heap[child + 1], _heap[child])) child++;
            if (!IsBefore(_heap[child], cursor)) break;
            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = cursor;
    }
}
