using System.Text;
using NewsSearch.Archive.Querying;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Suggesting;

/// <summary>
/// Completes what was typed to titles, the latest first; articles of the same title are one suggestion. The query of a title is the
/// title in quotes, which finds what contains it, whatever marks are in it.
/// </summary>
internal sealed class TitleCompletion(IndexSearcher searcher, CancellationToken cancellationToken)
{
    /// <summary>If more titles begin so, none is suggested: the reader has not said enough to mean one.</summary>
    private const int MaxTerms = 2_000;

    /// <summary>Articles that are looked at for one suggestion; the others have the same titles, or begin otherwise where pinyin is mixed in.</summary>
    private const int ArticlesPerSuggestion = 3;

    private static readonly IReadOnlySet<string> s_titleOnly = new HashSet<string> { ArticleSchema.Title };
    private static readonly Sort s_latest = Sort.ByNumber(ArticleSchema.PublishedMillis, isDescending: true, isMissingLast: true);

    /// <summary>The suggestions, at most so many.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="keys">The keys of what is suggested already; those of the titles are added.</param>
    public List<NewsSuggestion> Complete(TypedPrefix typed, int size, HashSet<string> keys)
    {
        var found = new List<NewsSuggestion>(size);
        var beginnings = typed.Forms;
        var terms = beginnings.Sum(CountTerms);
        if (terms == 0 && !typed.IsLatin)
        {
            beginnings = [typed.Lead];
            terms = CountTerms(typed.Lead);
        }

        if (size == 0 || terms is 0 or > MaxTerms) return found;
        var query = new BooleanQuery(beginnings.Select(beginning => BooleanClause.Should(new PrefixQuery(ArticleSchema.SuggestTitle, beginning))));
        var options = new SearchOptions { Size = size * ArticlesPerSuggestion, Sort = s_latest, CancellationToken = cancellationToken };
        foreach (var hit in searcher.Search(query, options).ScoreDocs)
        {
            if (found.Count == size) break;
            var title = searcher.Document(hit.DocId, s_titleOnly).Text(ArticleSchema.Title)?.Trim() ?? "";
            if (keys.Contains(SuggestionKey.Of(title)) || !typed.Means(title) || QueryFor(title) is not { } own) continue;
            keys.Add(SuggestionKey.Of(title));
            var articles = searcher.Count(new TermQuery(ArticleSchema.SuggestTitle, SuggestionKey.Of(title)), cancellationToken);
            found.Add(new NewsSuggestion(title, SuggestionKind.Title, own, articles));
        }

        return found;
    }

    private static string? QueryFor(string title)
    {
        var query = QueryText.Write(new QueryNode.Literal(title, IsGlued: false));
        return query.Length <= NewsQuery.MaxTextLength ? query : null;
    }

    private int CountTerms(string beginning)
    {
        var bytes = Encoding.UTF8.GetBytes(beginning);
        using var terms = searcher.Terms(ArticleSchema.SuggestTitle);
        var count = 0;
        for (var hasTerm = terms.SeekCeil(bytes); hasTerm && terms.Term.StartsWith(bytes) && count <= MaxTerms; hasTerm = terms.MoveNext()) count++;
        return count;
    }
}
