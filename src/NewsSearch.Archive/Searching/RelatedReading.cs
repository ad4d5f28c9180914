using NewsSearch.Archive.Querying;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Searching;

/// <summary>Finds articles to read after one: those that share its strongest words, without its reprints.</summary>
/// <remarks>
/// The whole article is the query, its title counting most; what works best for news without a neural model (TREC background
/// linking 2018 to 2021, among others ICTNET 2019 for the weight of the title).
/// </remarks>
internal sealed class RelatedReading(IndexSearcher searcher)
{
    public const int MaxSize = 50;

    /// <summary>How much more a word of the title counts.</summary>
    private const float TitleBoost = 5.5f;

    /// <summary>Words that a larger share of all articles has say little about one of them.</summary>
    private const double MaximumDocFreqShare = 0.1;

    /// <summary>Hits beyond those wanted, to make up for reprints.</summary>
    private const int Spare = 20;

    /// <summary>Only the beginning of a long article goes into the query.</summary>
    private const int MaxCharacters = 20_000;

    public IReadOnlyList<NewsHit> Find(int docId, int size, CancellationToken cancellationToken)
    {
        var article = ArticleSchema.ToArticle(searcher.Document(docId));
        var likeThis = new MoreLikeThis(searcher, ArticleSchema.Analyzer, new MoreLikeThisOptions { MaximumDocFreqShare = ShareOf(searcher.Reader.MaxDoc) });
        var terms = likeThis.ChooseTerms(
            new MoreLikeThisSource(ArticleSchema.Title, article.Title, TitleBoost),
            new MoreLikeThisSource(ArticleSchema.Body, Beginning(article.Title + "\n" + article.Body)));
        var query = new BooleanQuery(
            BooleanClause.Must(MoreLikeThis.CreateQuery(terms)),
            BooleanClause.MustNot(new TermQuery(ArticleSchema.IdTerm(article.Id))));
        var found = searcher.Search(query, new SearchOptions { Size = size + Spare, CountsHits = false, CancellationToken = cancellationToken });
        return WithoutReprints(article, found, size);
    }

    /// <summary>In a small archive even a rare word is in a tenth of all articles.</summary>
    private static double ShareOf(int articles) => articles < 1_000 ? 0.5 : MaximumDocFreqShare;

    private static string Beginning(string text) => text.Length <= MaxCharacters ? text : text[..MaxCharacters];

    private List<NewsHit> WithoutReprints(Article article, TopDocs found, int size)
    {
        using var shown = new Reprints();
        shown.TryAdd(article.Body);
        var hits = new List<NewsHit>();
        // Nobody asked for words here: a snippet is the beginning, as on a printed page.
        var printer = new HitPrinter(TextMatcher.None);
        foreach (var hit in found.ScoreDocs)
        {
            if (hits.Count == size) break;
            var document = searcher.Document(hit.DocId, ArticleSchema.HitFields);
            if (shown.TryAdd(document.Text(ArticleSchema.Body) ?? "")) hits.Add(printer.Print(document, hit.Score));
        }

        return hits;
    }
}
