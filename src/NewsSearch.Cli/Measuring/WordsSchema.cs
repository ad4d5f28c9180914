using System.Globalization;
using NewsSearch.Archive;
using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.SmartCn;

namespace NewsSearch.Cli.Measuring;

/// <summary>
/// The fields that the peers index, with the same options: those of <see cref="ArticleSchema"/> without the pairs of characters, and
/// words cut as Lucene's SmartChineseAnalyzer does, so that every query must find as many articles on each side.
/// </summary>
internal static class WordsSchema
{
    private const string ChannelPathStored = "channel_path";
    private const string PublishedAt = "published_at";
    private const string Url = "url";

    public static Analyzer Analyzer { get; } = new SmartChineseAnalyzer();

    public static Document ToDocument(BenchArticle article)
    {
        var document = new Document
        {
            Field.Keyword(ArticleSchema.Id, article.Id, isStored: true),
            Field.Text(ArticleSchema.Title, article.Title, isStored: true),
            Field.Text(ArticleSchema.Body, article.Body, isStored: true),
        };
        if (article.Source.Length > 0)
        {
            document.Add(Field.Keyword(ArticleSchema.Source, article.Source, isStored: true));
            document.Add(Field.SortedColumn(ArticleSchema.Source, article.Source));
        }

        foreach (var channel in ChannelPath.Parse(article.Channel).SelfAndOuter())
        {
            document.Add(Field.Keyword(ArticleSchema.Channel, channel.Text));
            document.Add(Field.SortedSetColumn(ArticleSchema.Channel, channel.Text));
        }

        AddStored(document, ChannelPathStored, article.Channel);
        if (article.Millis.Length > 0)
        {
            document.Add(Field.NumericColumn(ArticleSchema.PublishedMillis, long.Parse(article.Millis, CultureInfo.InvariantCulture)));
            document.Add(Field.NumericColumn(ArticleSchema.Day, long.Parse(article.Day, CultureInfo.InvariantCulture)));
            document.Add(Field.SortedColumn(ArticleSchema.Month, article.Month));
        }

        AddStored(document, PublishedAt, article.PublishedAt);
        AddStored(document, Url, article.Url);
        return document;
    }

    private static void AddStored(Document document, string name, string value)
    {
        if (value.Length > 0) document.Add(Field.Stored(name, StoredValue.Of(value)));
    }
}
