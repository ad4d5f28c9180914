using System.Text;

namespace NewsSearch.Cli;

/// <summary>Text without control characters: an article must not send commands to the terminal.</summary>
internal static class Printable
{
    public static string Of(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text) plain.Append(char.IsControl(character) ? ' ' : character);
        return plain.ToString();
    }
}
