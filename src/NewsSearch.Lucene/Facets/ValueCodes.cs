using NewsSearch.Lucene.Codecs.DocValues;

namespace NewsSearch.Lucene.Facets;

/// <summary>
/// A column of a segment in a form that is quick to count: every document has one code, that of its set of values. A code stands for the
/// values of an earlier code, its parent, and one value more; code 0 stands for no value. So sets that begin alike share codes, and a
/// column of single values has one code more than values.
/// </summary>
/// <remarks>Two bytes a document, made of the column when it has been counted often enough (<see cref="CountedColumn"/>). Immutable.</remarks>
internal sealed class ValueCodes
{
    /// <summary>More codes than this do not fit into two bytes.</summary>
    private const int MaxCount = 1 << 16;

    private readonly ushort[] _codes;
    private readonly int[] _parents;
    private readonly int[] _ords;

    private ValueCodes(ushort[] codes, int[] parents, int[] ords)
    {
        _codes = codes;
        _parents = parents;
        _ords = ords;
    }

    /// <summary>How many codes there are.</summary>
    public int Count => _ords.Length;

    /// <summary>The codes of a column, or null if it has too many.</summary>
    /// <param name="values">The column.</param>
    /// <param name="docCount">Documents of the segment.</param>
    /// <exception cref="Store.CorruptIndexException">The column is broken.</exception>
    public static ValueCodes? Of(SortedSetDocValues values, int docCount)
    {
        if (values.ValueCount >= MaxCount) return null;
        var byParentAndOrd = new Dictionary<(int Parent, int Ord), int>();
        var (parents, ords) = (new List<int> { 0 }, new List<int> { 0 });
        var codes = new ushort[docCount];
        for (var docId = 0; docId < docCount; docId++)
        {
            values.SetDocument(docId);
            var code = 0;
            for (var ord = (int)values.NextOrd(); ord >= 0; ord = (int)values.NextOrd())
            {
                if (!byParentAndOrd.TryGetValue((code, ord), out var next))
                {
                    next = ords.Count;
                    if (next == MaxCount) return null;
                    byParentAndOrd.Add((code, ord), next);
                    parents.Add(code);
                    ords.Add(ord);
                }

                code = next;
            }

            codes[docId] = (ushort)code;
        }

        return new ValueCodes(codes, [.. parents], [.. ords]);
    }

    /// <summary>Counts the codes of documents.</summary>
    /// <param name="docIds">The documents.</param>
    /// <param name="counts">One for each code.</param>
    public void CountCodes(ReadOnlySpan<int> docIds, int[] counts)
    {
        var codes = _codes;
        foreach (var docId in docIds) counts[codes[docId]]++;
    }

    /// <summary>Adds the counts of codes to those of their values.</summary>
    /// <param name="counts">Of the codes; used up.</param>
    /// <param name="ordCounts">One for each ordinal of the column.</param>
    public void AddTo(Span<int> counts, int[] ordCounts)
    {
        // Parents come before their children. What is counted for code 0 has no values.
        counts[0] = 0;
        for (var code = counts.LastIndexOfAnyExcept(0); code > 0; code = counts[..code].LastIndexOfAnyExcept(0))
        {
            ordCounts[_ords[code]] += counts[code];
            if (_parents[code] > 0) counts[_parents[code]] += counts[code];
        }
    }
}
