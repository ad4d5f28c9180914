using System.Globalization;

namespace NewsSearch.Archive.Querying;

/// <summary>Takes the text of a query apart: words, quotes, titles, brackets and operators. Time is bounded by the square of the text's length.</summary>
internal sealed class QueryLexer
{
    /// <summary>The farthest that near reaches.</summary>
    public const int MaxDistance = 100;

    private static readonly (string Written, string Name)[] Fields =
    [
        ("title", "title"), ("标题", "title"), ("source", "source"), ("来源", "source"),
        ("channel", "channel"), ("频道", "channel"), ("date", "date"), ("日期", "date"),
    ];

    private readonly string _text;
    private readonly QueryNotes _notes;
    private readonly List<QueryToken> _tokens = [];
    private int _at;

    private QueryLexer(string text, QueryNotes notes)
    {
        _text = text;
        _notes = notes;
    }

    /// <summary>The pieces of the text in order, an <see cref="QueryTokenKind.End"/> last.</summary>
    public static List<QueryToken> Read(string text, QueryNotes notes)
    {
        var lexer = new QueryLexer(text, notes);
        while (lexer._at < text.Length)
            if (char.IsWhiteSpace(text[lexer._at])) lexer._at++;
            else lexer.ReadToken();
        lexer.Add(QueryTokenKind.End, text.Length, "");
        return lexer._tokens;
    }

    private void ReadToken()
    {
        var end = _at + 1;
        switch (QueryMarks.Fold(_text[_at]))
        {
            case '(': Add(QueryTokenKind.Open, end, "("); break;
            case ')': Add(QueryTokenKind.Close, end, ")"); break;
            case '|': Add(QueryTokenKind.Or, EndOfBars(), "|"); break;
            default:
                if (IsExclusion()) Add(QueryTokenKind.Minus, end, "-");
                else if (QueryMarks.FindClose(_text, _at) is var close and >= 0) ReadQuote(close);
                else if (!TryReadField()) ReadWord();
                break;
        }
    }

    private void Add(QueryTokenKind kind, int end, string text, int number = 0)
    {
        _tokens.Add(new QueryToken(kind, _at, end, text, number));
        _at = end;
    }

    private int EndOfBars()
    {
        var end = _at + 1;
        while (end < _text.Length && QueryMarks.Fold(_text[end]) == '|') end++;
        return end;
    }

    /// <summary>A minus at the beginning of a word with something to exclude right after it.</summary>
    private bool IsExclusion()
    {
        if (!QueryMarks.IsMinus(_text[_at])) return false;
        var isAtStart = _at == 0 || char.IsWhiteSpace(_text[_at - 1]) || (_tokens.Count > 0 && _tokens[^1] is { IsText: false } last && last.End == _at);
        if (!isAtStart) return false;
        var hasOperand = _at + 1 < _text.Length && !char.IsWhiteSpace(_text[_at + 1]) && !QueryMarks.IsMinus(_text[_at + 1])
            && QueryMarks.Fold(_text[_at + 1]) is not (')' or '|');
        if (!hasOperand) _notes.DanglingMinus();
        return hasOperand;
    }

    private void ReadQuote(int close)
    {
        var inside = QueryMarks.Unescape(_text.AsSpan(_at + 1, close - _at - 1));
        if (_text[_at] == '《') Add(QueryTokenKind.Work, close + 1, inside);
        else Add(QueryTokenKind.Quote, close + 1, inside);
    }

    private bool TryReadField()
    {
        foreach (var (written, name) in Fields)
        {
            var colon = _at + written.Length;
            if (colon >= _text.Length || QueryMarks.Fold(_text[colon]) != ':' || !StartsWith(written)) continue;
            Add(QueryTokenKind.Field, colon + 1, name);
            return true;
        }

        return false;
    }

    private bool StartsWith(string written)
    {
        for (var i = 0; i < written.Length; i++)
            if (char.ToLowerInvariant(QueryMarks.Fold(_text[_at + i])) != written[i]) return false;
        return true;
    }

    private void ReadWord()
    {
        if (QueryMarks.IsQuote(_text[_at]) && _text[_at] is not ('」' or '』')) _notes.UnclosedQuote();
        var end = _at + 1;
        while (end < _text.Length && !EndsWord(end)) end++;
        var word = _text[_at..end];
        switch (Folded(word))
        {
            case "OR": Add(QueryTokenKind.Or, end, word); break;
            case "AND" when _tokens.Count > 0: _at = end; break;
            case var folded when ReadDistance(folded) is { } distance: Add(QueryTokenKind.Near, end, word, distance); break;
            default: Add(QueryTokenKind.Word, end, word); break;
        }
    }

    private bool EndsWord(int at) => char.IsWhiteSpace(_text[at])
        || QueryMarks.Fold(_text[at]) is '(' or ')' or '|'
        || ((QueryMarks.IsQuote(_text[at]) || _text[at] == '《') && QueryMarks.FindClose(_text, at) >= 0);

    private static string Folded(string word) => word.Length > 16 ? word : string.Create(word.Length, word, (folded, from) =>
    {
        for (var i = 0; i < folded.Length; i++) folded[i] = QueryMarks.Fold(from[i]);
    });

    private int? ReadDistance(string folded)
    {
        if (!folded.StartsWith("near/", StringComparison.OrdinalIgnoreCase)) return null;
        if (!int.TryParse(folded.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var distance)) return null;
        if (distance <= MaxDistance) return distance;
        _notes.NearTooFar(MaxDistance);
        return MaxDistance;
    }
}
