namespace NewsSearch.Lucene.Facets;

/// <summary>The first values of a facet. Values are offered in ascending order, so equal counts keep the order in which they came.</summary>
internal sealed class FacetTop(int size, FacetOrder order)
{
    private readonly PriorityQueue<FacetValue, (int Count, int Place)> _values = new();

    /// <summary>How many values were offered.</summary>
    public int ValueCount { get; private set; }

    /// <summary>Offers the next value by its count; true if it is to be added: only then a label is needed.</summary>
    public bool Accepts(int count)
    {
        ValueCount++;
        if (_values.Count < size) return true;
        return size > 0 && order switch
        {
            FacetOrder.Count => _values.TryPeek(out _, out var worst) && count > worst.Count,
            FacetOrder.Value => false,
            _ => true,
        };
    }

    /// <summary>Adds the value that was just accepted; the last one of those kept may have to go.</summary>
    public void Add(string label, int count)
    {
        // The queue gives up its smallest priority first: the smallest count and of these the latest, or the earliest value.
        var priority = order switch
        {
            FacetOrder.Count => (count, -ValueCount),
            FacetOrder.Value => (0, -ValueCount),
            _ => (0, ValueCount),
        };
        _values.Enqueue(new FacetValue(label, count), priority);
        if (_values.Count > size) _values.Dequeue();
    }

    /// <summary>Takes the values out, first ones first.</summary>
    public FacetValue[] Drain()
    {
        var values = new FacetValue[_values.Count];
        for (var i = values.Length - 1; i >= 0; i--) values[i] = _values.Dequeue();
        return values;
    }
}
