using System.Globalization;
using System.Text;
using NewsSearch.Archive;

namespace NewsSearch.Web;

/// <summary>A query as one text: the same for the same query however its parameters were given, and different for different ones.</summary>
internal static class Question
{
    public static string Of(NewsQuery query)
    {
        var text = new StringBuilder(query.Text.Length + 48);
        text.Append(CultureInfo.InvariantCulture, $"{query.Page} {query.Size} {(int)query.Sort} {(query.WithFacets ? 'f' : '-')}{(query.IsFreshnessCounted ? 'n' : '-')} {query.From?.DayNumber} {query.To?.DayNumber} ");
        Append(text, query.Sources);
        Append(text, query.Channels.Select(channel => channel.Text));
        return text.Append(query.Text).ToString();
    }

    /// <summary>With their lengths in front, so that no text looks like two; in order, because any of them may match.</summary>
    private static void Append(StringBuilder text, IEnumerable<string> values)
    {
        foreach (var value in values.Order(StringComparer.Ordinal)) text.Append(value.Length).Append(':').Append(value);
        text.Append(' ');
    }
}
