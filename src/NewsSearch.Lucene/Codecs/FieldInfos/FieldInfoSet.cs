using System.Collections;

namespace NewsSearch.Lucene.Codecs.FieldInfos;

/// <summary>The fields of a segment, by name and by number.</summary>
internal sealed class FieldInfoSet : IReadOnlyCollection<FieldInfo>
{
    private readonly Dictionary<string, FieldInfo> _byName = [];
    private readonly SortedDictionary<int, FieldInfo> _byNumber = [];

    public int Count => _byName.Count;

    /// <summary>Adds a field.</summary>
    /// <returns>False if its name or its number is taken.</returns>
    public bool TryAdd(FieldInfo field)
    {
        if (_byNumber.ContainsKey(field.Number) || !_byName.TryAdd(field.Name, field)) return false;
        _byNumber.Add(field.Number, field);
        return true;
    }

    public FieldInfo? Find(string name) => _byName.GetValueOrDefault(name);

    public FieldInfo? Find(int number) => _byNumber.GetValueOrDefault(number);

    /// <summary>In the order of their numbers.</summary>
    public IEnumerator<FieldInfo> GetEnumerator() => _byNumber.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
