namespace NewsSearch.Archive.Querying;

/// <summary>
/// Reads the text of a query. Nothing is refused: what makes no sense as an operator is plain text, and a note says so.
/// </summary>
/// <remarks>
/// <code>
/// all     = any*                                   one after the other: all of them
/// any     = near (("OR" | "|") near)*              OR connects what stands directly before and after it
/// near    = operand ("near/5" operand)*
/// operand = "-"? primary
/// primary = word "*"? | quote | 《title》 | field ":" primary ("|" primary)* | "(" all ")"
/// quote   = "…" “…” 「…」 『…』                       with \" for a quote inside
/// field   = title 标题 source 来源 channel 频道 date 日期
/// </code>
/// Marks and letters of operators may be full-width.
/// </remarks>
internal sealed class QuerySyntax
{
    /// <summary>Brackets and fields inside each other; what is deeper is read as if it had none.</summary>
    public const int MaxDepth = 6;

    private readonly List<QueryToken> _tokens;
    private readonly QueryNotes _notes;
    private int _at;
    private int _depth;

    // Brackets that were passed over because they were too deep; their ends are passed over as well.
    private int _ignoredBrackets;

    private QuerySyntax(string text, QueryNotes notes)
    {
        _notes = notes;
        _tokens = QueryLexer.Read(text, notes);
    }

    private QueryToken Current => _tokens[_at];

    private QueryToken Next => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    /// <param name="text">At most <see cref="NewsQuery.MaxTextLength"/> characters.</param>
    public static ParsedQuery Parse(string text)
    {
        var notes = new QueryNotes();
        var syntax = new QuerySyntax(text, notes);
        return new ParsedQuery(syntax.ReadAll(), notes);
    }

    private static QueryNode? AllOf(List<QueryNode> nodes) => nodes.Count switch
    {
        0 => null,
        1 => nodes[0],
        _ => new QueryNode.All(nodes),
    };

    /// <summary>Reads up to the end of the brackets or of the text.</summary>
    private QueryNode? ReadAll()
    {
        var nodes = new List<QueryNode>();
        while (Current.Kind != QueryTokenKind.End)
        {
            if (Current.Kind == QueryTokenKind.Close && _ignoredBrackets == 0 && _depth > 0) break;
            if (Current.BeginsOperand) AddTo(nodes, ReadAny());
            else PassOver(nodes);
        }

        return AllOf(nodes);
    }

    private static void AddTo(List<QueryNode> nodes, QueryNode? node)
    {
        // All of all is all: the words on both sides of brackets that only group are one group.
        if (node is QueryNode.All all) nodes.AddRange(all.Nodes);
        else if (node is not null) nodes.Add(node);
    }

    /// <summary>An operator without its operands, or a bracket without its partner.</summary>
    private void PassOver(List<QueryNode> nodes)
    {
        var token = Current;
        _at++;
        if (token.Kind == QueryTokenKind.Close)
        {
            if (_ignoredBrackets > 0) _ignoredBrackets--;
            else _notes.UnbalancedBracket();
            return;
        }

        _notes.DanglingOperator(token.Text);
        if (token.Text.Length > 1) nodes.Add(new QueryNode.Words(token.Text));
    }

    private QueryNode? ReadAny()
    {
        var nodes = new List<QueryNode>();
        if (ReadNear() is { } first) nodes.Add(first);
        while (Current.Kind == QueryTokenKind.Or && Next.BeginsOperand)
        {
            _at++;
            if (ReadNear() is { } other) nodes.Add(other);
        }

        return nodes.Count < 2 ? nodes.FirstOrDefault() : new QueryNode.Any(nodes);
    }

    private QueryNode? ReadNear()
    {
        var left = ReadOperand();
        var nodes = new List<QueryNode>();
        while (Current.Kind == QueryTokenKind.Near && Next.BeginsOperand)
        {
            var distance = Current.Number;
            _at++;
            var right = ReadOperand();
            if (TextOf(left) is { } first && TextOf(right) is { } second)
            {
                nodes.Add(new QueryNode.Near(first, second, distance));
            }
            else
            {
                _notes.NearNeedsTexts();
                if (nodes.Count == 0 && left is not null) nodes.Add(left);
                if (right is not null) nodes.Add(right);
            }

            left = right;
        }

        return nodes.Count == 0 ? left : AllOf(nodes);
    }

    private static string? TextOf(QueryNode? node) => node switch
    {
        QueryNode.Words words => words.Text,
        QueryNode.Literal literal => literal.Text,
        QueryNode.Work work => work.Title,
        _ => null,
    };

    private QueryNode? ReadOperand()
    {
        if (Current.Kind != QueryTokenKind.Minus) return ReadPrimary();
        _at++;
        return ReadPrimary() is { } excluded ? new QueryNode.Not(excluded) : null;
    }

    private QueryNode? ReadPrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case QueryTokenKind.Word: return ReadWord();
            case QueryTokenKind.Quote or QueryTokenKind.Work: return ReadQuote();
            case QueryTokenKind.Field: return ReadField();
            case QueryTokenKind.Open: return ReadBrackets();
            default: return null;
        }
    }

    private QueryNode? ReadWord()
    {
        var word = Current.Text;
        _at++;
        var stem = word.TrimEnd('*', '＊');
        if (stem.Any(QueryMarks.IsStar) || stem.Length == 0) _notes.MisplacedStar();
        return stem.Length < word.Length && stem.Any(char.IsLetterOrDigit) && !stem.Any(QueryMarks.IsStar)
            ? new QueryNode.Prefix(stem)
            : new QueryNode.Words(word);
    }

    private QueryNode? ReadQuote()
    {
        var token = Current;
        var isGlued = IsGlued();
        _at++;
        if (string.IsNullOrEmpty(token.Text))
        {
            _notes.EmptyQuote();
            return null;
        }

        return token.Kind == QueryTokenKind.Work ? new QueryNode.Work(token.Text, isGlued) : new QueryNode.Literal(token.Text, isGlued);
    }

    private bool IsGlued() => (_at > 0 && _tokens[_at - 1] is { IsText: true } before && before.End == Current.Start)
        || (Next.IsText && Next.Start == Current.End);

    private QueryNode? ReadBrackets()
    {
        if (_depth == MaxDepth)
        {
            _notes.TooDeep(MaxDepth);
            for (; Current.Kind == QueryTokenKind.Open; _at++) _ignoredBrackets++;
            return ReadPrimary();
        }

        _at++;
        _depth++;
        var inside = ReadAll();
        _depth--;
        if (Current.Kind == QueryTokenKind.Close) _at++;
        else _notes.UnbalancedBracket();
        if (inside is null) _notes.EmptyBrackets();
        return inside;
    }

    private QueryNode? ReadField()
    {
        var field = Current;
        _at++;
        var hasValue = Current.BeginsPrimary && Current.Start == field.End;
        if (!hasValue || _depth == MaxDepth)
        {
            _notes.EmptyField(field.Text + ":");
            return new QueryNode.Words(field.Text);
        }

        if (field.Text == "date") return ReadDate();
        _depth++;
        var value = ReadValue();
        _depth--;
        if (value is null) return null;
        if (field.Text == "title") return new QueryNode.InTitle(value);
        if (FieldValues.Read(field.Text, value) is { } filter) return filter;
        _notes.EmptyField(field.Text + ":");
        return value;
    }

    /// <summary>What a field is to have; several with bars between them, without spaces, are alternatives: source:新华社|人民日报.</summary>
    private QueryNode? ReadValue()
    {
        var values = new List<QueryNode>();
        if (ReadPrimary() is { } first) values.Add(first);
        while (Current is { Kind: QueryTokenKind.Or, Text: "|" } bar && bar.Start == _tokens[_at - 1].End && Next.IsText && Next.Start == bar.End)
        {
            _at++;
            if (ReadPrimary() is { } other) values.Add(other);
        }

        return values.Count < 2 ? values.FirstOrDefault() : new QueryNode.Any(values);
    }

    private QueryNode? ReadDate()
    {
        var value = Current;
        if (value.IsText && DateText.Read(value.Text) is { } days)
        {
            _at++;
            if (days.From <= days.To || days.From is null || days.To is null) return new QueryNode.Published(days.From, days.To);
            _notes.ReversedDates();
            return new QueryNode.Published(days.To, days.From);
        }

        _notes.UnknownDate(value.Text);
        return ReadPrimary();
    }
}
