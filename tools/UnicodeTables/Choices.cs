using System.Text;

namespace UnicodeTables;

/// <summary>The lines of Choices.txt: what normalisation does other than the Unicode data say.</summary>
internal sealed class Choices
{
    private readonly Dictionary<int, string> _results = [];

    public Choices(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var sides = line.Split(" > ");
            if (sides.Length != 2) throw new InvalidDataException($"{file}: \"{line}\" has no \" > \"");
            var result = Text(sides[1]);
            foreach (var source in Text(sides[0]).EnumerateRunes())
                if (!_results.TryAdd(source.Value, result)) throw new InvalidDataException($"{file}: U+{source.Value:X4} stands there twice");
        }
    }

    public int Count => _results.Count;

    public bool TryFind(int scalar, out string result) => _results.TryGetValue(scalar, out result!);

    private static string Text(string side)
    {
        var text = new StringBuilder();
        foreach (var token in side.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            text.Append(token switch
            {
                "nothing" => "",
                _ when token.StartsWith("U+", StringComparison.Ordinal) && token.Length > 2 => char.ConvertFromUtf32(UnicodeFile.CodePoint(token)),
                _ => token,
            });
        }

        return text.ToString();
    }
}
