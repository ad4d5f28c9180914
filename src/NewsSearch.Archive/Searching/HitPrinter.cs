using NewsSearch.Lucene.Documents;

namespace NewsSearch.Archive.Searching;

/// <summary>Makes hits of stored documents, with the words of the query marked. Belongs to one thread.</summary>
internal sealed class HitPrinter(IReadOnlyCollection<string> words)
{
    private readonly Highlighter _title = new(ArticleSchema.Analyzer, ArticleSchema.Title, words);
    private readonly Highlighter _body = new(ArticleSchema.Analyzer, ArticleSchema.Body, words);

    public NewsHit Print(Document document, float score)
    {
        var article = ArticleSchema.ToArticle(document);
        return new NewsHit(
            article.Id,
            _title.Highlight(Headline.Of(article)),
            _body.Snippet(article.Body),
            article.Source,
            article.Channel,
            article.PublishedAt,
            article.Url,
            score);
    }
}
