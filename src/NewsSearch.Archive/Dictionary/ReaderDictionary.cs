namespace NewsSearch.Archive.Dictionary;

/// <summary>
/// Words that readers want to be kept together, and what is to be looked for in their place as well. It acts on queries alone, and so on
/// every article at once, however long it has been indexed. Immutable.
/// </summary>
public sealed class ReaderDictionary
{
    private readonly Dictionary<string, string[]> _equivalents;
    private readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly int _longest;

    /// <param name="equivalents">Each word, normalised, with its equivalents, normalised as well; a word without any is just kept together.</param>
    public ReaderDictionary(IEnumerable<KeyValuePair<string, string[]>> equivalents)
    {
        _equivalents = new Dictionary<string, string[]>(equivalents, StringComparer.Ordinal);
        _words = _equivalents.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = _equivalents.Keys.Select(word => word.Length).DefaultIfEmpty(0).Max();
    }

    /// <summary>The dictionary without words.</summary>
    public static ReaderDictionary Empty { get; } = new([]);

    /// <summary>Number of words.</summary>
    public int Count => _equivalents.Count;

    /// <summary>The length of the longest word that the normalised text begins with, in UTF-16 units; 0 if there is none.</summary>
    public int MatchLength(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(_longest, text.Length); length > 0; length--)
            if (_words.ContainsKey(text[..length])) return length;
        return 0;
    }

    /// <summary>The words.</summary>
    public IEnumerable<string> Words => _equivalents.Keys;

    /// <summary>This dictionary with the words of another; a word of both has the equivalents of both.</summary>
    public ReaderDictionary With(ReaderDictionary other)
    {
        var groups = new EquivalentWords();
        foreach (var (word, equivalents) in _equivalents.Concat(other._equivalents)) groups.Add([word, .. equivalents]);
        return new ReaderDictionary(groups.All("the dictionary with the line"));
    }

    /// <summary>What may stand in the place of a word.</summary>
    public IReadOnlyList<string> EquivalentsOf(string word) => _equivalents.GetValueOrDefault(word, []);
}
