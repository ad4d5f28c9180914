using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>The distinct values of a column in one of the merged segments, as far as live documents have them.</summary>
/// <param name="used">The ordinals of those values.</param>
/// <param name="lookup">Finds a value by its ordinal.</param>
internal sealed class ValuesCursor(int number, BitSet used, ValuesCursor.Lookup lookup) : MergeCursor(number)
{
    private readonly int[] _newOrds = new int[used.Length];
    private int _ord = -1;

    public delegate ReadOnlySpan<byte> Lookup(int ord);

    public override ReadOnlySpan<byte> Current => lookup(_ord);

    public override bool MoveNext()
    {
        _ord = used.NextSet(_ord + 1);
        return _ord >= 0;
    }

    /// <summary>Notes the ordinal of the current value in the merged column.</summary>
    public void Assign(int newOrd) => _newOrds[_ord] = newOrd;

    /// <summary>The ordinal in the merged column of a value by its ordinal here.</summary>
    public int NewOrd(int ord) => _newOrds[ord];
}
