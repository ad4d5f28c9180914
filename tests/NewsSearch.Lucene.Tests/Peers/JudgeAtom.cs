using System.Globalization;
using System.Text;

namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>
/// A word of the judges' line protocol: bytes written without white space, parentheses and quotes, the rest as
/// <c>%XX</c>. tests/peers/README.md defines it, Atom.java is the other side.
/// </summary>
internal static class JudgeAtom
{
    /// <summary>Stands where a document has no value; no atom looks like it.</summary>
    public const string Missing = "()";

    private const string Empty = "\"\"";

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return Empty;
        var written = new StringBuilder(bytes.Length * 3);
        foreach (var b in bytes)
        {
            if (char.IsAsciiLetterOrDigit((char)b)) written.Append((char)b);
            else written.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }
        return written.ToString();
    }

    public static string DecodeText(string atom) => Encoding.UTF8.GetString(Decode(atom));

    public static byte[] Decode(string atom)
    {
        if (atom == Empty) return [];
        var written = Encoding.UTF8.GetBytes(atom);
        var length = 0;
        for (var i = 0; i < written.Length; i++)
        {
            var isEscape = written[i] == '%';
            // Decoding in place is safe: what is read is never left of what is written.
            written[length++] = isEscape ? byte.Parse(written.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier) : written[i];
            if (isEscape) i += 2;
        }
        return written[..length];
    }
}
