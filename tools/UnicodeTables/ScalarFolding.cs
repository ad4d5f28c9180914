using System.Globalization;
using System.Text;

namespace UnicodeTables;

/// <summary>What one Unicode scalar becomes: its compatibility and case folding, without accents, simplified, until nothing more changes.</summary>
internal sealed class ScalarFolding
{
    private const char FirstAccent = '\u0300';
    private const char LastAccent = '\u036F';

    private readonly Dictionary<int, string> _casefolds = [];
    private readonly Dictionary<int, string> _decompositions = [];
    private readonly HashSet<int> _spaces = [];
    private readonly HashSet<int> _controls = [];
    private readonly HanFolding _han;
    private readonly Choices _choices;

    public ScalarFolding(string folder, HanFolding han, Choices choices)
    {
        _han = han;
        _choices = choices;
        foreach (var fields in UnicodeFile.Lines(folder, "DerivedNormalizationProps.txt", ';'))
            if (fields[1] == "NFKC_CF") AddRange(fields[0], scalar => _casefolds[scalar] = UnicodeFile.Text(fields[2]));

        // Radicals look like the characters that they are, and take their place in text copied from PDF.
        foreach (var fields in UnicodeFile.Lines(folder, "EquivalentUnifiedIdeograph.txt", ';'))
            AddRange(fields[0], scalar => _casefolds.TryAdd(scalar, UnicodeFile.Text(fields[1])));
        foreach (var fields in UnicodeFile.Lines(folder, "PropList.txt", ';'))
            if (fields[1] == "White_Space") AddRange(fields[0], scalar => _spaces.Add(scalar));
        foreach (var fields in UnicodeFile.Lines(folder, "UnicodeData.txt", ';'))
        {
            var scalar = UnicodeFile.CodePoint(fields[0]);
            if (fields[2] == "Cc") _controls.Add(scalar);
            if (fields[5].Length > 0 && fields[5][0] != '<') _decompositions[scalar] = UnicodeFile.Text(fields[5]);
        }
    }

    public string Fold(int scalar)
    {
        if (_spaces.Contains(scalar)) return " ";
        if (_controls.Contains(scalar)) return "";
        var text = char.ConvertFromUtf32(scalar);
        for (var round = 0; round < 10; round++)
        {
            var folded = string.Concat(text.EnumerateRunes().Select(rune => FoldOnce(rune.Value)));
            if (folded == text) return text;
            text = folded;
        }

        throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"U+{scalar:X4} changes without end; it was {text} at last"));
    }

    private static void AddRange(string range, Action<int> add)
    {
        var (first, last) = UnicodeFile.Range(range);
        for (var scalar = first; scalar <= last; scalar++) add(scalar);
    }

    private string FoldOnce(int scalar)
    {
        if (_choices.TryFind(scalar, out var chosen)) return chosen;
        var text = _casefolds.GetValueOrDefault(scalar) ?? char.ConvertFromUtf32(scalar);
        return string.Concat(WithoutAccents(text).EnumerateRunes().Select(rune => char.ConvertFromUtf32(_han.Fold(rune.Value))));
    }

    /// <summary>Letters whose canonical decomposition has accents, as their base letters; all other text as it is.</summary>
    private string WithoutAccents(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var parts = Decompose(rune.Value);
            var hasAccents = parts.AsSpan().IndexOfAnyInRange(FirstAccent, LastAccent) >= 0;
            if (!hasAccents) plain.Append(rune);
            else foreach (var c in parts) if (c is < FirstAccent or > LastAccent) plain.Append(c);
        }

        return plain.ToString();
    }

    private string Decompose(int scalar) => _decompositions.TryGetValue(scalar, out var parts)
        ? string.Concat(parts.EnumerateRunes().Select(part => Decompose(part.Value)))
        : char.ConvertFromUtf32(scalar);
}
