using System.Text;

namespace NewsSearch.Archive.Suggesting;

/// <summary>
/// A term of the field of suggestions: what is typed for a text, then the text. A reader's letters are the beginning of such terms, and
/// the number of a term's documents says how frequent the suggestion is.
/// </summary>
/// <remarks>
/// <code>
/// term     = typed U+0001 kind halvings [ text ]      ; without text where it is what is typed
/// kind     = "k" keyword / "s" source / "w" word
/// halvings = "0" - "9"
/// </code>
/// 王毅 as a keyword is the terms 王毅·k0, wangyi·k0王毅 and wy·k1王毅.
/// </remarks>
/// <param name="Kind">Where the suggestion comes from; not a title.</param>
/// <param name="Halvings">How improbable it is that what was typed means the text: to be halved so many times.</param>
/// <param name="Text">The text to show.</param>
internal readonly record struct SuggestionTerm(SuggestionKind Kind, int Halvings, string Text)
{
    /// <summary>Ends what is typed; smaller than all letters, so that a text comes before its continuations.</summary>
    public const char Separator = '\u0001';

    public const int MaxHalvings = 9;

    private const string Kinds = "wks";

    /// <summary>The term for something typed.</summary>
    public string For(string typed) => $"{typed}{Separator}{Kinds[(int)Kind]}{(char)('0' + Halvings)}{(typed == Text ? "" : Text)}";

    /// <summary>Whether the term is for exactly what was typed, given its first bytes are that.</summary>
    public static bool IsExact(ReadOnlySpan<byte> term, int typedLength) => term.Length > typedLength && term[typedLength] == Separator;

    /// <summary>The halvings alone.</summary>
    public static int HalvingsOf(ReadOnlySpan<byte> term)
    {
        var separator = term.IndexOf((byte)Separator);
        return separator < 0 || separator + 2 >= term.Length ? MaxHalvings : Math.Clamp(term[separator + 2] - '0', 0, MaxHalvings);
    }

    /// <summary>Reads a term; null if it is none of this form.</summary>
    public static SuggestionTerm? Read(ReadOnlySpan<byte> term)
    {
        var separator = term.IndexOf((byte)Separator);
        if (separator <= 0 || separator + 2 >= term.Length) return null;
        var kind = Kinds.IndexOf((char)term[separator + 1]);
        var text = term[(separator + 3)..];
        return kind < 0 ? null : new SuggestionTerm((SuggestionKind)kind, HalvingsOf(term), Encoding.UTF8.GetString(text.IsEmpty ? term[..separator] : text));
    }
}
