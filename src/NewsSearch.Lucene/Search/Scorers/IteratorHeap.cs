using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>Iterators as a binary heap by their current documents: the one with the smallest is at the top.</summary>
internal sealed class IteratorHeap<T>
    where T : DocIdSetIterator
{
    private readonly T[] _iterators;
    private readonly int[] _atTop;

    /// <param name="iterators">At least one.</param>
    public IteratorHeap(ReadOnlySpan<T> iterators)
    {
        _iterators = iterators.ToArray();
        _atTop = new int[iterators.Length];
        Restore();
    }

    public T Top => _iterators[0];

    /// <summary>Puts things right after iterators have moved.</summary>
    public void Restore()
    {
        for (var i = (_iterators.Length >> 1) - 1; i >= 0; i--) SiftDown(i);
    }

    /// <summary>Puts things right after the top one has moved.</summary>
    public void UpdateTop() => SiftDown(0);

    /// <summary>Finds all iterators that stand on the document of the top one; <see cref="AtTop"/> then returns them.</summary>
    /// <returns>How many there are.</returns>
    public int FindAtTop()
    {
        // The iterators at one document form a subtree at the top; those found so far are the queue of nodes to look below.
        var docId = _iterators[0].DocId;
        _atTop[0] = 0;
        var count = 1;
        for (var i = 0; i < count; i++)
        {
            var child = 2 * _atTop[i] + 1;
            for (var end = Math.Min(child + 2, _iterators.Length); child < end; child++)
                if (_iterators[child].DocId == docId) _atTop[count++] = child;
        }

        return count;
    }

    /// <summary>One of the iterators that the last <see cref="FindAtTop"/> found, from 0.</summary>
    public T AtTop(int index) => _iterators[_atTop[index]];

    private void SiftDown(int node)
    {
        var moving = _iterators[node];
        var docId = moving.DocId;
        while (true)
        {
            var child = 2 * node + 1;
            if (child >= _iterators.Length) break;
            if (child + 1 < _iterators.Length && _iterators[child + 1].DocId < _iterators[child].DocId) child++;
            if (_iterators[child].DocId >= docId) break;
            _iterators[node] = _iterators[child];
            node = child;
        }

        _iterators[node] = moving;
    }
}
