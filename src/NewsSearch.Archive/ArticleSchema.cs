using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.SmartCn;

namespace NewsSearch.Archive;

/// <summary>How an article lies in the index. No other file knows the names of the index's fields.</summary>
public static class ArticleSchema
{
    public const string Id = "id";
    public const string Title = "title";
    public const string Body = "body";

    /// <summary>The source as one term and as a column.</summary>
    public const string Source = "source";

    /// <summary>The channel and every channel around it, each as one term and in a column.</summary>
    public const string Channel = "channel";

    /// <summary>Column: the moment of publication in milliseconds since 1970-01-01 UTC; for sorting.</summary>
    public const string PublishedMillis = "published_millis";

    /// <summary>Column: the day of publication by the publisher's calendar, in days since 0001-01-01; for filtering.</summary>
    public const string Day = "day";

    /// <summary>Column: the month of publication by the publisher's calendar, such as 2024-05; for counting.</summary>
    public const string Month = "month";

    private const string ChannelPathStored = "channel_path";
    private const string PublishedAt = "published_at";
    private const string Url = "url";
    private const string Author = "author";
    private const string Keyword = "keyword";
    private const string Related = "related";

    private static readonly JsonSerializerOptions RelatedJson = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Cuts title and body into words, the same way for the index and for queries.</summary>
    public static Analyzer Analyzer { get; } = new SmartChineseAnalyzer();

    /// <summary>The stored fields that a list of hits needs.</summary>
    public static IReadOnlySet<string> HitFields { get; } = new HashSet<string>
    {
        Id, Title, Body, Source, ChannelPathStored, PublishedAt, Url,
    };

    /// <summary>The term that only this article has.</summary>
    public static Term IdTerm(string id) => new(Id, id);

    public static Document ToDocument(Article article)
    {
        var document = new Document();
        document.Add(Field.Keyword(Id, article.Id, isStored: true));
        document.Add(Field.Text(Title, article.Title, isStored: true));
        document.Add(Field.Text(Body, article.Body, isStored: true));
        if (article.Source is { } source)
        {
            document.Add(Field.Keyword(Source, source, isStored: true));
            document.Add(Field.SortedColumn(Source, source));
        }

        AddChannel(document, article.Channel);
        if (article.PublishedAt is { } time) AddTime(document, time);
        AddStored(document, Url, article.Url);
        AddStored(document, Author, article.Author);
        foreach (var keyword in article.Keywords) document.Add(Field.Keyword(Keyword, keyword, isStored: true));
        if (article.Related.Count > 0) AddStored(document, Related, JsonSerializer.Serialize(article.Related, RelatedJson));
        return document;
    }

    /// <summary>The article of a document; what was not fetched is missing or empty.</summary>
    public static Article ToArticle(Document document) => new()
    {
        Id = document.Text(Id) ?? "",
        Title = document.Text(Title) ?? "",
        Body = document.Text(Body) ?? "",
        Source = document.Text(Source),
        Channel = ChannelPath.Parse(document.Text(ChannelPathStored)),
        PublishedAt = document.Text(PublishedAt) is { } time ? DateTimeOffset.ParseExact(time, "O", CultureInfo.InvariantCulture) : null,
        Url = document.Text(Url),
        Author = document.Text(Author),
        Keywords = [.. document.Texts(Keyword)],
        Related = document.Text(Related) is { } related ? JsonSerializer.Deserialize<List<EditorialLink>>(related, RelatedJson)! : [],
    };

    private static void AddChannel(Document document, ChannelPath channel)
    {
        if (channel.IsNone) return;
        foreach (var path in channel.SelfAndOuter())
        {
            document.Add(Field.Keyword(Channel, path.Text));
            document.Add(Field.SortedSetColumn(Channel, path.Text));
        }

        AddStored(document, ChannelPathStored, channel.Text);
    }

    private static void AddTime(Document document, DateTimeOffset time)
    {
        document.Add(Field.NumericColumn(PublishedMillis, time.ToUnixTimeMilliseconds()));
        document.Add(Field.NumericColumn(Day, DateOnly.FromDateTime(time.DateTime).DayNumber));
        document.Add(Field.SortedColumn(Month, time.ToString("yyyy-MM", CultureInfo.InvariantCulture)));
        AddStored(document, PublishedAt, time.ToString("O", CultureInfo.InvariantCulture));
    }

    private static void AddStored(Document document, string name, string? text)
    {
        if (text is not null) document.Add(Field.Stored(name, StoredValue.Of(text)));
    }
}
