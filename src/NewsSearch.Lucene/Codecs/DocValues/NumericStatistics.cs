namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>What the choice of a numeric encoding depends on, found in one pass over the values.</summary>
internal sealed class NumericStatistics
{
    private readonly Dictionary<long, int> _table = [];
    private bool _hasTable = true;

    public NumericStatistics(ReadOnlySpan<long> values)
    {
        foreach (var value in values) Add(value);
    }

    public long Minimum { get; private set; } = long.MaxValue;

    public long Maximum { get; private set; } = long.MinValue;

    /// <summary>Divides the distance of any two values; 0 if all are equal, 1 where it was not worth finding.</summary>
    public long Divisor { get; private set; }

    /// <summary>Each distinct value's place in the order of first appearance; null if there are more than 256.</summary>
    public IReadOnlyDictionary<long, int>? Table => _hasTable ? _table : null;

    private void Add(long value)
    {
        if (Divisor != 1) AddToDivisor(value);
        Minimum = Math.Min(Minimum, value);
        Maximum = Math.Max(Maximum, value);
        if (!_hasTable) return;
        _table.TryAdd(value, _table.Count);
        _hasTable = _table.Count <= DocValuesFormat.MaxTableSize;
    }

    private void AddToDivisor(long value)
    {
        // The distance of two values beyond these could overflow.
        if (value is < long.MinValue / 2 or > long.MaxValue / 2) Divisor = 1;
        else if (Minimum <= Maximum) Divisor = GreatestCommonDivisor(Divisor, Math.Abs(value - Minimum));
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
