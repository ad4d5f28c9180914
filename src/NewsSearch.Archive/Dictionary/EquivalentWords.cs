namespace NewsSearch.Archive.Dictionary;

/// <summary>Words in groups that stand in each other's place; a word of two lines makes one group of both.</summary>
internal sealed class EquivalentWords
{
    private readonly Dictionary<string, List<string>> _groups = [];

    /// <summary>Number of words.</summary>
    public int Count => _groups.Count;

    /// <summary>Adds the words of a line.</summary>
    public void Add(IReadOnlyList<string> words)
    {
        var group = words.Select(word => _groups.GetValueOrDefault(word)).OfType<List<string>>().MaxBy(known => known.Count) ?? [];
        foreach (var word in words)
        {
            if (!_groups.TryGetValue(word, out var other)) Move([word], group);
            else if (!ReferenceEquals(other, group)) Move(other, group);
        }
    }

    /// <summary>Each word with the others of its group.</summary>
    /// <exception cref="DictionaryFileException">A group is too large.</exception>
    public IEnumerable<KeyValuePair<string, string[]>> All(string name)
    {
        foreach (var (word, group) in _groups)
        {
            if (group.Count > DictionaryFile.MaxEquivalents)
                throw new DictionaryFileException(name, $"{group.Count} words in the place of \"{word}\", over all of its lines", $"at most {DictionaryFile.MaxEquivalents}");
            yield return new KeyValuePair<string, string[]>(word, [.. group.Where(other => other != word)]);
        }
    }

    private void Move(List<string> words, List<string> group)
    {
        foreach (var word in words)
        {
            group.Add(word);
            _groups[word] = group;
        }
    }
}
