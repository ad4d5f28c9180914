using NewsSearch.Lucene.Codecs.DocValues;

namespace NewsSearch.Lucene.Facets;

/// <summary>Walks the values of a segment that were counted, in ascending order.</summary>
internal sealed class OrdinalCursor(SortedSetDocValues values, int[] counts)
{
    private int _ord = -1;
    private byte[] _value = [];
    private int _length;

    /// <summary>The current value.</summary>
    public ReadOnlySpan<byte> Value => _value.AsSpan(0, _length);

    /// <summary>How many hits of the segment have it.</summary>
    public int Count
    {
        get => counts[_ord];
        set => counts[_ord] = value;
    }

    public static int CompareValues(OrdinalCursor? left, OrdinalCursor? right) => left!.Value.SequenceCompareTo(right!.Value);

    /// <summary>Moves to the next value with a hit, if there is one.</summary>
    public bool MoveNext()
    {
        do _ord++;
        while (_ord < counts.Length && counts[_ord] == 0);
        if (_ord == counts.Length) return false;

        var value = values.Lookup(_ord);
        if (value.Length > _value.Length) _value = new byte[value.Length];
        value.CopyTo(_value);
        _length = value.Length;
        return true;
    }
}
