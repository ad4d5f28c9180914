using NewsSearch.Archive.Dictionary;

namespace NewsSearch.Archive.Querying;

/// <summary>The units of all words of a query: each text is cut once, and there is an end to their number.</summary>
internal sealed class UnitSource(ReaderDictionary dictionary)
{
    /// <summary>Most units of one query.</summary>
    public const int MaxUnits = 64;

    private readonly Dictionary<string, IReadOnlyList<QueryUnit>> _units = [];
    private int _count;

    /// <summary>Whether words were left out because there were too many.</summary>
    public bool IsCut { get; private set; }

    public IReadOnlyList<QueryUnit> Of(string text)
    {
        if (_units.TryGetValue(text, out var known)) return known;
        var units = QueryUnits.Cut(text, dictionary);
        if (units.Count > MaxUnits - _count)
        {
            IsCut = true;
            units = [.. units.Take(MaxUnits - _count)];
        }

        _count += units.Count;
        return _units[text] = units;
    }
}
