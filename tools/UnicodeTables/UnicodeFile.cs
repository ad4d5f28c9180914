using System.Globalization;
using System.Text;

namespace UnicodeTables;

/// <summary>Reads files of the Unicode Character Database and of Unihan, plain or as Debian packs them.</summary>
internal static class UnicodeFile
{
    /// <summary>The fields of each line, without comments, blanks around fields, and empty lines.</summary>
    public static IEnumerable<string[]> Lines(string folder, string name, char separator) =>
        File.ReadLines(Path.Combine(folder, name))
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.Length > 0)
            .Select(line => Array.ConvertAll(line.Split(separator), field => field.Trim()));

    /// <summary>First and last code point of a field such as 00AD or E0100..E01EF.</summary>
    public static (int First, int Last) Range(string field)
    {
        var ends = field.Split("..");
        return (CodePoint(ends[0]), CodePoint(ends[^1]));
    }

    /// <summary>The text of a field such as 0041 030A, which may be empty.</summary>
    public static string Text(string field)
    {
        var text = new StringBuilder();
        foreach (var code in field.Split(' ', StringSplitOptions.RemoveEmptyEntries)) text.Append(char.ConvertFromUtf32(CodePoint(code)));
        return text.ToString();
    }

    /// <summary>A code point in hexadecimal, with or without U+.</summary>
    public static int CodePoint(string code) =>
        int.Parse(code.StartsWith("U+", StringComparison.Ordinal) ? code.AsSpan(2) : code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
