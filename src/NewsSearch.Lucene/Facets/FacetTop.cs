using NewsSearch.Lucene.Search.Collectors;

namespace NewsSearch.Lucene.Facets;

/// <summary>The first values of a facet. Values are offered in ascending order, so equal counts keep the order in which they came.</summary>
internal sealed class FacetTop(int size, FacetOrder order)
{
    // By count the places of added values are kept; otherwise the values themselves: the first ones, or the last ones.
    private readonly TopHeap _places = new(size);
    private readonly List<FacetValue> _added = [];
    private readonly Queue<FacetValue> _last = [];

    /// <summary>How many values were offered.</summary>
    public int ValueCount { get; private set; }

    /// <summary>Offers the next value by its count; true if it is to be added: only then a label is needed.</summary>
    public bool Accepts(int count)
    {
        ValueCount++;
        return size > 0 && order switch
        {
            FacetOrder.Count => !_places.IsFull || count > _places.WorstKey,
            FacetOrder.Value => _added.Count < size,
            _ => true,
        };
    }

    /// <summary>Adds the value that was just accepted; the last one of those kept may have to go.</summary>
    public void Add(string label, int count)
    {
        if (order == FacetOrder.ValueDescending)
        {
            if (_last.Count == size) _last.Dequeue();
            _last.Enqueue(new FacetValue(label, count));
            return;
        }

        if (order == FacetOrder.Count) _places.Add(count, _added.Count);
        _added.Add(new FacetValue(label, count));
    }

    /// <summary>Takes the values out, first ones first.</summary>
    public FacetValue[] Drain()
    {
        FacetValue[] values = order switch
        {
            FacetOrder.Count => Array.ConvertAll(_places.Drain(), entry => _added[entry.DocId]),
            FacetOrder.Value => [.. _added],
            _ => [.. _last.Reverse()],
        };
        _added.Clear();
        _last.Clear();
        return values;
    }
}
