using System.Globalization;
using System.Text;

namespace NewsSearch.Archive.Querying;

/// <summary>Writes a query the way its parts were understood, so that reading the text again gives the same query.</summary>
internal static class QueryText
{
    public static string Write(QueryNode? node) => node switch
    {
        null => "",
        QueryNode.All all => string.Join(' ', all.Nodes.Select(WriteInAll)),
        _ => WriteOne(node),
    };

    private static string WriteInAll(QueryNode node) => node is QueryNode.Any ? $"({WriteOne(node)})" : WriteOne(node);

    private static string WriteOne(QueryNode node) => node switch
    {
        QueryNode.Words words => Plain(words.Text),
        QueryNode.Literal literal => Quoted(literal.Text),
        QueryNode.Work work => $"《{work.Title}》",
        QueryNode.Prefix prefix => Plain(prefix.Text) + "*",
        QueryNode.Near near => string.Create(CultureInfo.InvariantCulture, $"{Quoted(near.First)} near/{near.Distance} {Quoted(near.Second)}"),
        QueryNode.Not not => "-" + WriteInner(not.Node),
        QueryNode.InTitle title => "标题:" + WriteInner(title.Node),
        QueryNode.Source source => "来源:" + Name(source.Name) + (source.IsPrefix ? "*" : ""),
        QueryNode.Channel channel => "频道:" + Name(channel.Path.Text),
        QueryNode.Published days => "日期:" + Days(days.From, days.To),
        QueryNode.Any any => string.Join(" OR ", any.Nodes.Select(inner => inner is QueryNode.All ? $"({Write(inner)})" : WriteOne(inner))),
        _ => Write(node),
    };

    private static string WriteInner(QueryNode node) => node is QueryNode.All or QueryNode.Any or QueryNode.Near ? $"({Write(node)})" : WriteOne(node);

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

    private static string Name(string name) => name.All(c => char.IsLetterOrDigit(c) || c is '/' or '-' or '.' or '·') ? name : Quoted(name);

    /// <summary>Text without what would be an operator the next time; such marks have no words in them.</summary>
    private static string Plain(string text)
    {
        var marks = new StringBuilder(text);
        for (var i = 0; i < marks.Length; i++)
            if (QueryMarks.IsQuote(marks[i]) || marks[i] is '《' or '》' || QueryMarks.Fold(marks[i]) is '(' or ')' or '|' or '*') marks[i] = ' ';
        var plain = marks.ToString().Trim().TrimStart('-', '－', '−').TrimStart();
        return QuerySyntax.Parse(plain).Root switch
        {
            QueryNode.Words words when words.Text == plain => plain,
            QueryNode.All all when all.Nodes.All(node => node is QueryNode.Words) => plain,
            null => "",
            _ => Quoted(plain),
        };
    }

    private static string Days(DateOnly? from, DateOnly? to)
    {
        if (from == to && from is { } day) return Day(day);
        return $"{(from is { } first ? Day(first) : "")}..{(to is { } last ? Day(last) : "")}";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
