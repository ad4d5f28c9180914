using System.Globalization;
using System.Text;

namespace NewsSearch.SmartCn.Tests.Support;

/// <summary>Texts as lines of printable ASCII: everything else, and the backslash, is \uXXXX, so that lone surrogates survive files and pipes.</summary>
internal static class Escaped
{
    /// <summary>Escapes also the characters of <paramref name="alsoEscaped"/>.</summary>
    public static string Escape(ReadOnlySpan<char> text, string alsoEscaped = "")
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= ' ' and < '\u007F' and not '\\' && !alsoEscaped.Contains(c)) line.Append(c);
            else line.Append("\\u").Append(((int)c).ToString("x4"));
        }

        return line.ToString();
    }

    public static string Unescape(string line)
    {
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var isEscape = line[i] == '\\';
            text.Append(isEscape ? (char)ushort.Parse(line.AsSpan(i + 2, 4), NumberStyles.HexNumber) : line[i]);
            if (isEscape) i += 5;
        }

        return text.ToString();
    }
}
