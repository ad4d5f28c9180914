namespace NewsSearch.SmartCn.Words;

/// <summary>A word of letters and digits with the parts by which it is found as well, each once, in the order of their starts, the longest first.</summary>
internal sealed class WordRunParts
{
    /// <summary>Letters and digits that change more often than this are no name but a code, whose letters nobody looks for.</summary>
    private const int MaxChanges = 5;

    private readonly List<WordPart> _parts = [];

    public int Count => _parts.Count;

    public WordPart this[int index] => _parts[index];

    public void Clear() => _parts.Clear();

    /// <summary>Takes the word between two places; it is the first of the parts.</summary>
    public void Split(ReadOnlySpan<char> text, int start, int end)
    {
        _parts.Clear();
        _parts.Add(new WordPart(start, end));
        var last = end;
        while (!WordCharacters.IsLetterOrDigit(text[last - 1])) last--;
        AddSections(text, start, last, end);
    }

    /// <summary>What stands between the signs, except the dot and the comma, which may stand inside a number.</summary>
    private void AddSections(ReadOnlySpan<char> text, int start, int last, int end)
    {
        for (var at = start; at < last;)
        {
            var sectionEnd = at;
            while (sectionEnd < last && (text[sectionEnd] is '.' or ',' || WordCharacters.IsLetterOrDigit(text[sectionEnd]))) sectionEnd++;

            // 3-5% is also 5%, not only 5.
            if (sectionEnd == last) Add(at, end);
            Add(at, sectionEnd);
            AddPieces(text, at, sectionEnd);
            at = sectionEnd + 1;
        }
    }

    private void AddPieces(ReadOnlySpan<char> text, int start, int end)
    {
        var section = text[start..end];
        if (section.Contains(',')) Add(new WordPart(start, end, IsWithoutCommas: true));
        if (HasDecimalPoint(section))
        {
            AddLettersAndNumbers(text, start, end);
            return;
        }

        for (var at = start; at < end;)
        {
            var pieceEnd = at;
            while (pieceEnd < end && text[pieceEnd] != '.') pieceEnd++;
            Add(at, pieceEnd);
            AddLettersAndNumbers(text, at, pieceEnd);
            at = pieceEnd + 1;
        }
    }

    private void AddLettersAndNumbers(ReadOnlySpan<char> text, int start, int end)
    {
        if (CountChanges(text[start..end]) is 0 or > MaxChanges) return;
        for (var at = start; at < end;)
        {
            var isLetter = WordCharacters.IsLetter(text[at]);
            var runEnd = at + 1;
            while (runEnd < end && WordCharacters.IsLetter(text[runEnd]) == isLetter) runEnd++;
            Add(at, runEnd);
            at = runEnd;
        }
    }

    /// <summary>Whether the only dot of a section is that of a number, whose halves mean nothing; a date and an address have more.</summary>
    private static bool HasDecimalPoint(ReadOnlySpan<char> section)
    {
        var dot = section.IndexOf('.');
        return dot >= 0 && dot == section.LastIndexOf('.') && WordCharacters.IsDigit(section[dot - 1]) && WordCharacters.IsDigit(section[dot + 1]);
    }

    private static int CountChanges(ReadOnlySpan<char> piece)
    {
        var changes = 0;
        for (var i = 1; i < piece.Length; i++)
            if (WordCharacters.IsLetter(piece[i]) != WordCharacters.IsLetter(piece[i - 1])) changes++;
        return changes;
    }

    private void Add(int start, int end) => Add(new WordPart(start, end));

    private void Add(WordPart part)
    {
        var at = _parts.Count;
        for (; at > 0 && IsBefore(part, _parts[at - 1]); at--)
        {
        }

        if (_parts[at - 1] != part) _parts.Insert(at, part);
    }

    private static bool IsBefore(WordPart part, WordPart other) => part.Start < other.Start
        || (part.Start == other.Start && (part.End > other.End || (part.End == other.End && !part.IsWithoutCommas && other.IsWithoutCommas)));
}
