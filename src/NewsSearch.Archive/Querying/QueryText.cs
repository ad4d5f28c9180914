using System.Globalization;
using System.Text;

namespace NewsSearch.Archive.Querying;

/// <summary>Writes a query the way its parts were understood, so that reading the text again gives the same query.</summary>
internal static class QueryText
{
    public static string Write(QueryNode? node) => node is null ? "" : WriteSimple(Simple(node));

    private static string WriteSimple(QueryNode node) => node switch
    {
        QueryNode.All all => string.Join(' ', all.Nodes.Where(HasText).Select(WriteInAll)),
        QueryNode.Any any => string.Join(" OR ", any.Nodes.Where(HasText).Select(WriteInAny)),
        QueryNode.Words words => Plain(words.Text),
        QueryNode.Literal literal => Quoted(literal.Text),
        QueryNode.Work work => $"《{work.Title}》",
        QueryNode.Prefix prefix => Plain(prefix.Text) is var stem && stem.EndsWith('"') ? stem : stem + "*",
        QueryNode.Near near => string.Create(CultureInfo.InvariantCulture, $"{Quoted(near.First)} near/{near.Distance} {Quoted(near.Second)}"),
        QueryNode.Not { Node: QueryNode.Words words } when IsSeveralWords(words) => "-" + Quoted(words.Text),
        QueryNode.Not not => After("-", not.Node),
        QueryNode.InTitle title => After("标题:", title.Node),
        QueryNode.Source source => "来源:" + Name(source.Name) + (source.IsPrefix ? "*" : ""),
        QueryNode.Channel channel => "频道:" + Name(channel.Path.Text),
        QueryNode.Published days => "日期:" + Days(days.From, days.To),
        _ => throw new ArgumentException($"{node.GetType()} has no text.", nameof(node)),
    };

    // Punctuation without words leaves nothing.
    private static bool HasText(QueryNode node) => node switch
    {
        QueryNode.Words words => Plain(words.Text).Length > 0,
        QueryNode.All all => all.Nodes.Any(HasText),
        QueryNode.Any any => any.Nodes.Any(HasText),
        QueryNode.Not not => HasText(not.Node),
        QueryNode.InTitle title => HasText(title.Node),
        _ => true,
    };

    /// <summary>The node without what groups nothing, because only one part of it has text.</summary>
    private static QueryNode Simple(QueryNode node)
    {
        var nodes = node switch
        {
            QueryNode.All all => all.Nodes,
            QueryNode.Any any => any.Nodes,
            _ => [],
        };
        QueryNode[] told = [.. nodes.Where(HasText)];
        return told.Length == 1 ? Simple(told[0]) : node;
    }

    private static string WriteInAll(QueryNode node) => Simple(node) is QueryNode.Any any ? $"({Write(any)})" : Write(node);

    private static string WriteInAny(QueryNode node) => Simple(node) is var simple && (simple is QueryNode.All || IsSeveralWords(simple)) ? $"({Write(simple)})" : Write(node);

    private static string After(string mark, QueryNode node)
    {
        if (!HasText(node)) return "";
        var simple = Simple(node);
        var isGroup = simple is QueryNode.All or QueryNode.Any or QueryNode.Near or QueryNode.Not || IsSeveralWords(simple);
        return isGroup ? $"{mark}({Write(simple)})" : mark + Write(simple);
    }

    private static bool IsSeveralWords(QueryNode node) => node is QueryNode.Words words && Plain(words.Text).Contains(' ', StringComparison.Ordinal);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            if (QueryMarks.IsQuote(c)) quoted.Append('\\');
            quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    private static string Name(string name) =>
        name.All(c => char.IsLetterOrDigit(c) || c is '/' or '-' or '.' or '·') ? WithoutOperator(name) : Quoted(name);

    /// <summary>Text without what would be an operator the next time; such marks have no words in them.</summary>
    private static string Plain(string text)
    {
        var marks = new StringBuilder(text);
        for (var i = 0; i < marks.Length; i++)
            if (QueryMarks.IsQuote(marks[i]) || marks[i] is '《' or '》' || QueryMarks.Fold(marks[i]) is '(' or ')' or '|' or '*') marks[i] = ' ';
        var words = marks.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.TrimStart('-', '－', '−')).Where(word => !word.All(c => char.IsPunctuation(c) || char.IsControl(c)));
        return string.Join(' ', words.Select(WithoutOperator));
    }

    private static string WithoutOperator(string word) =>
        QueryLexer.Read(word, new QueryNotes()) is [{ Kind: QueryTokenKind.Word }, _] ? word : Quoted(word);

    private static string Days(DateOnly? from, DateOnly? to)
    {
        if (from == to && from is { } day) return Day(day);
        return $"{(from is { } first ? Day(first) : "")}..{(to is { } last ? Day(last) : "")}";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
