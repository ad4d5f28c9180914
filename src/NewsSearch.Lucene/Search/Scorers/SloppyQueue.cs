namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The places of a phrase as a binary heap: the one whose occurrence proposes the earliest beginning is on top.</summary>
internal sealed class SloppyQueue(int capacity)
{
    private readonly SloppyPosition[] _heap = new SloppyPosition[capacity];
    private int _count;

    public SloppyPosition Top => _heap[0];

    public void Clear() => _count = 0;

    public void Add(SloppyPosition added)
    {
        var node = _count++;
        while (node > 0 && added.ComesBefore(_heap[(node - 1) >> 1]))
        {
            _heap[node] = _heap[(node - 1) >> 1];
            node = (node - 1) >> 1;
        }

        _heap[node] = added;
    }

    public SloppyPosition Pop()
    {
        var top = _heap[0];
        var moving = _heap[--_count];
        var node = 0;
        while (true)
        {
            var child = 2 * node + 1;
            if (child + 1 < _count && _heap[child + 1].ComesBefore(_heap[child])) child++;
            if (child >= _count || !_heap[child].ComesBefore(moving)) break;
            _heap[node] = _heap[child];
            node = child;
        }

        _heap[node] = moving;
        return top;
    }
}
