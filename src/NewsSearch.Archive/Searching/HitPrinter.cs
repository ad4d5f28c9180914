using NewsSearch.Archive.Querying;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Archive.Searching;

/// <summary>Makes hits of stored documents, with what matched marked. Belongs to one thread.</summary>
internal sealed class HitPrinter(TextMatcher matcher)
{
    private readonly Highlighter _highlighter = new(matcher);

    public NewsHit Print(Document document, float score)
    {
        var article = ArticleSchema.ToArticle(document);
        return new NewsHit(
            article.Id,
            _highlighter.Highlight(Headline.Of(article)),
            _highlighter.Snippet(article.Body),
            article.Source,
            article.Channel,
            article.PublishedAt,
            article.Url,
            score);
    }
}
