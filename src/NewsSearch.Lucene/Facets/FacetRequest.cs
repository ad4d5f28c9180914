namespace NewsSearch.Lucene.Facets;

/// <summary>Asks how many hits have each value of a column.</summary>
public sealed record FacetRequest
{
    /// <param name="field">A field with numeric, sorted or sorted-set doc values.</param>
    /// <param name="size">How many values to return at most.</param>
    /// <param name="order">Which values come first.</param>
    public FacetRequest(string field, int size = 10, FacetOrder order = FacetOrder.Count)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        Field = field;
        Size = size;
        Order = order;
    }

    public string Field { get; }

    public int Size { get; }

    public FacetOrder Order { get; }
}
