using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsSearch.Archive.Suggesting;
using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;
using NewsSearch.SmartCn;

namespace NewsSearch.Archive;

/// <summary>How an article lies in the index. No other file knows the names of the index's fields.</summary>
public static class ArticleSchema
{
    /// <summary>
    /// The number of this schema, the analysis of its fields included; an index says in its commits which it has. An index of another
    /// number is refused, because queries would miss articles in it without a word.
    /// </summary>
    /// <remarks>
    /// 1: words of SmartCn as Lucene has them; its indexes have no number.
    /// 2: text is normalised, words of letters and digits stay whole, and the characters of title and body have fields of their own.
    /// 3: suggestions have fields of their own.
    /// 4: articles are found by their addresses.
    /// </remarks>
    public const int Version = 4;

    public const string Id = "id";

    /// <summary>The title's words, for ranking.</summary>
    public const string Title = "title";

    /// <summary>The body's words, for ranking.</summary>
    public const string Body = "body";

    /// <summary>The title's pairs of characters (<see cref="CharacterPairAnalyzer"/>), by which any part of it is found.</summary>
    public const string TitleGram = "title_gram";

    /// <summary>The body's pairs of characters.</summary>
    public const string BodyGram = "body_gram";

    /// <summary>What can be typed for a word of the title, a keyword or the source, followed by it.</summary>
    public const string Suggest = "suggest";

    /// <summary>What can be typed for the title.</summary>
    public const string SuggestTitle = "suggest_title";

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

    /// <summary>The address as one term.</summary>
    public const string Url = "url";

    private const string VersionKey = "newssearch.schema";
    private const string UnnumberedVersion = "1";
    private const string ChannelPathStored = "channel_path";
    private const string PublishedAt = "published_at";
    private const string Author = "author";
    private const string Keyword = "keyword";
    private const string Related = "related";

    private static readonly JsonSerializerOptions RelatedJson = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly FieldOptions s_gramOptions = new()
    {
        IndexOptions = IndexOptions.DocsFreqsAndPositions,
        IsTokenized = true,
    };

    /// <summary>Cuts title and body into words, or into pairs of characters, by field; the same way for the index and for queries.</summary>
    public static Analyzer Analyzer { get; } = new ArticleAnalyzer();

    /// <summary>The stored fields that a list of hits needs.</summary>
    public static IReadOnlySet<string> HitFields { get; } = new HashSet<string>
    {
        Id, Title, Body, Source, ChannelPathStored, PublishedAt, Url,
    };

    /// <summary>Writes the version of the schema into the user data of a commit, and returns whether it was not there yet.</summary>
    public static bool Stamp(Dictionary<string, string> commitData) =>
        commitData.TryAdd(VersionKey, Version.ToString(CultureInfo.InvariantCulture));

    /// <summary>Refuses an index of another version; one without documents may become of this one.</summary>
    /// <exception cref="ArticleSchemaException">The index holds articles in another form.</exception>
    public static void CheckVersion(DirectoryReader reader, string directory)
    {
        if (reader.MaxDoc == 0) return;
        var found = reader.UserData.GetValueOrDefault(VersionKey, UnnumberedVersion);
        if (found != Version.ToString(CultureInfo.InvariantCulture)) throw new ArticleSchemaException(directory, found);
    }

    /// <summary>The term that only this article has.</summary>
    public static Term IdTerm(string id) => new(Id, id);

    public static Document ToDocument(Article article)
    {
        var document = new Document();
        document.Add(Field.Keyword(Id, article.Id, isStored: true));
        document.Add(Field.Text(Title, article.Title, isStored: true));
        document.Add(Field.Text(Body, article.Body, isStored: true));
        document.Add(Field.Create(TitleGram, StoredValue.Of(article.Title), s_gramOptions));
        document.Add(Field.Create(BodyGram, StoredValue.Of(article.Body), s_gramOptions));
        if (article.Source is { } source)
        {
            document.Add(Field.Keyword(Source, source, isStored: true));
            document.Add(Field.SortedColumn(Source, source));
        }

        AddChannel(document, article.Channel);
        if (article.PublishedAt is { } time) AddTime(document, time);
        AddUrl(document, article.Url);
        AddStored(document, Author, article.Author);
        foreach (var keyword in article.Keywords) document.Add(Field.Keyword(Keyword, keyword, isStored: true));
        foreach (var term in SuggestionTerms.OfWords(article)) document.Add(Field.Keyword(Suggest, term));
        foreach (var term in SuggestionTerms.OfTitle(article)) document.Add(Field.Keyword(SuggestTitle, term));
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

    private static void AddUrl(Document document, string? url)
    {
        if (url is null) return;
        // Nobody looks for an address that is too long to be a term; the article keeps it nevertheless.
        var isTerm = url.Length > 0 && Encoding.UTF8.GetByteCount(url) <= Field.MaxTermLength;
        document.Add(isTerm ? Field.Keyword(Url, url, isStored: true) : Field.Stored(Url, StoredValue.Of(url)));
    }

    private static void AddStored(Document document, string name, string? text)
    {
        if (text is not null) document.Add(Field.Stored(name, StoredValue.Of(text)));
    }
}
