using System.Buffers.Text;
using System.Text.Json;

namespace NewsSearch.Archive.Importing;

/// <summary>
/// Finds half a character: JSON may write a surrogate as \uD800 without its other half, which no text in UTF-8 can
/// hold. Replacing it would change the publisher's words without a trace.
/// </summary>
internal static class LoneSurrogate
{
    private const int EscapeLength = 6;

    /// <summary>The first lone surrogate in a line of well-formed JSON, in words; null where there is none.</summary>
    public static string? Find(ReadOnlySpan<byte> json)
    {
        var place = json.IndexOf("\\u"u8);
        if (place < 0) return null;
        // From the first backslash on, since what looks like \u may be the second of two backslashes.
        for (place = json.IndexOf((byte)'\\'); place < json.Length; place++)
        {
            if (json[place] != '\\') continue;
            var unit = Unit(json, place);
            var isPair = char.IsHighSurrogate(unit) && char.IsLowSurrogate(Unit(json, place + EscapeLength));
            if (char.IsSurrogate(unit) && !isPair)
                return $"a lone surrogate \\u{(int)unit:x4} in {FieldAt(json, place)}, at byte {place + 1}";
            place += isPair ? 2 * EscapeLength - 1 : 1;
        }

        return null;
    }

    /// <summary>The UTF-16 unit that the escape at a place stands for, or 0.</summary>
    private static char Unit(ReadOnlySpan<byte> json, int place)
    {
        if (place + EscapeLength > json.Length || json[place] != '\\' || json[place + 1] != 'u') return '\0';
        return Utf8Parser.TryParse(json.Slice(place + 2, 4), out ushort unit, out var length, 'x') && length == 4 ? (char)unit : '\0';
    }

    /// <summary>Name of the article's field that a place lies in.</summary>
    private static string FieldAt(ReadOnlySpan<byte> json, int place)
    {
        var reader = new Utf8JsonReader(json);
        var field = "the line";
        while (reader.Read() && reader.BytesConsumed <= place)
        {
            var isField = reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName;
            if (isField) field = ArticleText.Quote(reader.GetString()!).Trim('"');
        }

        return reader.TokenType == JsonTokenType.PropertyName ? "the name of a field" : field;
    }
}
