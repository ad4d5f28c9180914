namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>Scorers as a binary heap by their current documents: the one with the smallest is at the top.</summary>
internal sealed class ScorerHeap
{
    private readonly Scorer[] _scorers;
    private readonly int[] _atTop;

    /// <param name="scorers">At least one.</param>
    public ScorerHeap(ReadOnlySpan<Scorer> scorers)
    {
        _scorers = scorers.ToArray();
        _atTop = new int[scorers.Length];
        Restore();
    }

    public Scorer Top => _scorers[0];

    /// <summary>Puts things right after scorers have moved.</summary>
    public void Restore()
    {
        for (var i = (_scorers.Length >> 1) - 1; i >= 0; i--) SiftDown(i);
    }

    /// <summary>Puts things right after the top one has moved.</summary>
    public void UpdateTop() => SiftDown(0);

    /// <summary>Finds all scorers that stand on the document of the top one; <see cref="AtTop"/> then returns them.</summary>
    /// <returns>How many there are.</returns>
    public int FindAtTop()
    {
        // The scorers at one document form a subtree at the top; those found so far are the queue of nodes to look below.
        var docId = _scorers[0].DocId;
        _atTop[0] = 0;
        var count = 1;
        for (var i = 0; i < count; i++)
        {
            var child = 2 * _atTop[i] + 1;
            for (var end = Math.Min(child + 2, _scorers.Length); child < end; child++)
                if (_scorers[child].DocId == docId) _atTop[count++] = child;
        }

        return count;
    }

    /// <summary>One of the scorers that the last <see cref="FindAtTop"/> found, from 0.</summary>
    public Scorer AtTop(int index) => _scorers[_atTop[index]];

    private void SiftDown(int node)
    {
        var moving = _scorers[node];
        var docId = moving.DocId;
        while (true)
        {
            var child = 2 * node + 1;
            if (child >= _scorers.Length) break;
            if (child + 1 < _scorers.Length && _scorers[child + 1].DocId < _scorers[child].DocId) child++;
            if (_scorers[child].DocId >= docId) break;
            _scorers[node] = _scorers[child];
            node = child;
        }

        _scorers[node] = moving;
    }
}
