using System.Collections;

namespace NewsSearch.Lucene.Documents;

/// <summary>The fields of one document in the order in which they were added; a name may occur several times.</summary>
public sealed class Document : IEnumerable<Field>
{
    private readonly List<Field> _fields = [];

    public int Count => _fields.Count;

    public void Add(Field field) => _fields.Add(field);

    /// <summary>The first text of that name, or null if there is none.</summary>
    public string? Text(string name)
    {
        foreach (var field in _fields)
            if (field.Name == name && field.Value.Kind == StoredValueKind.Text) return field.Value.AsText();
        return null;
    }

    /// <summary>All texts of that name.</summary>
    public IEnumerable<string> Texts(string name) =>
        _fields.Where(field => field.Name == name && field.Value.Kind == StoredValueKind.Text).Select(field => field.Value.AsText());

    public IEnumerator<Field> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
