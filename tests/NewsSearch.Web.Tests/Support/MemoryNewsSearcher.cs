using NewsSearch.Archive;
using NewsSearch.Archive.Explaining;

namespace NewsSearch.Web.Tests.Support;

/// <summary>A small archive in memory: an article matches if its title or body contains every word of the query.</summary>
internal sealed class MemoryNewsSearcher(IReadOnlyList<Article> articles) : INewsSearcher
{
    public ArchiveVersion Version => default;

    public async Task<NewsResult> SearchAsync(NewsQuery query, CancellationToken cancellationToken)
    {
        await FailWhereAskedTo(query.Text, cancellationToken);
        var words = query.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var matches = Sorted(articles.Where(article => Matches(article, query, words)), query.Sort).ToList();
        var hits = matches.Skip((query.Page - 1) * query.Size).Take(query.Size).Select(article => Hit(article, words)).ToList();
        if (query.Text == "画不出") hits = [Hit(articles[0], []) with { Title = new HighlightedText("题", [new HighlightSpan(0, 2)]) }];
        return new NewsResult(query.Text, Reading(query.Text, words), matches.Count, query.Page, query.Size, 0.25, hits, query.WithFacets ? Facets(matches) : null, Correct(query, matches.Count));
    }

    public Task<Article?> FindArticleAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(articles.FirstOrDefault(article => article.Id == id));

    public Task<IReadOnlyList<NewsHit>?> FindRelatedAsync(string id, int size, CancellationToken cancellationToken)
    {
        var read = articles.FirstOrDefault(article => article.Id == id);
        return Task.FromResult<IReadOnlyList<NewsHit>?>(read is null
            ? null
            : [.. articles.Where(other => other != read && other.Channel == read.Channel).Take(size).Select(other => Hit(other, []))]);
    }

    public Task<ArchiveSummary> SummarizeAsync(CancellationToken cancellationToken) => Task.FromResult(new ArchiveSummary(
        articles.Count, articles.Min(Day), articles.Max(Day), Counts(articles.Select(article => article.Source).OfType<string>()), [], 0));

    public async Task<IReadOnlyList<NewsSuggestion>> SuggestAsync(string prefix, int size, CancellationToken cancellationToken)
    {
        await FailWhereAskedTo(prefix, cancellationToken);
        return
        [
            .. articles.Where(article => prefix.Length > 0 && article.Title.StartsWith(prefix, StringComparison.Ordinal))
                .Take(size)
                .Select(article => new NewsSuggestion(article.Title, SuggestionKind.Title, article.Title, 1)),
        ];
    }

    public async Task<ArticleExplanation?> ExplainAsync(NewsQuery query, string idOrUrl, CancellationToken cancellationToken)
    {
        await FailWhereAskedTo(query.Text, cancellationToken);
        if (articles.FirstOrDefault(article => article.Id == idOrUrl || article.Url == idOrUrl) is not { } article) return null;
        var words = query.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var matches = Sorted(articles.Where(other => Matches(other, query, words)), query.Sort).ToList();
        var at = matches.IndexOf(article);
        List<ExplainedCondition> conditions = [.. words.Select(word => Test(article, word))];
        if (query.Sources.Count > 0 && !query.Sources.Contains(article.Source))
            conditions.Add(new ExplainedCondition(ConditionKind.Source, query.Sources[0], false, false, UnmetReason.OtherValue, [], $"文章的来源是“{article.Source}”"));
        return new ArticleExplanation(
            article.Id, article.Title, query.Text, Reading(query.Text, words),
            at < 0 ? ExplanationOutcome.KeptOut : ExplanationOutcome.Found,
            at < 0 ? "这篇文章不在结果中。" : $"排在第 {at + 1} 位。",
            matches.Count, at < 0 ? null : at + 1, at < 0 ? 0 : words.Length,
            at < 0 ? [] : [.. words.Select(word => new ScorePart(ScorePartKind.Word, word, null, 1, $"有词“{word}”"))],
            conditions);
    }

    private static ExplainedCondition Test(Article article, string word)
    {
        var isMet = article.Title.Contains(word) || article.Body.Contains(word);
        return new ExplainedCondition(
            ConditionKind.Unit, word, isMet, true, isMet ? null : UnmetReason.Missing, isMet ? [ArticlePlace.Body] : [], isMet ? $"有“{word}”" : $"没有“{word}”");
    }

    /// <summary>Overseas Chinese who built a bridge: 侨 for 桥 is the one mistake that the archive knows.</summary>
    private DidYouMean? Correct(NewsQuery query, int total)
    {
        var text = query.Text.Replace('侨', '桥');
        var better = articles.Count(article => Matches(article, query, text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        return total == 0 && better > 0 ? new DidYouMean(text, better, CorrectionReason.SameSound) : null;
    }

    /// <summary>Words that make the archive misbehave, to see what the reader gets.</summary>
    private static async Task FailWhereAskedTo(string text, CancellationToken cancellationToken)
    {
        if (text == "(") throw new NewsQueryException("q", "括号没有配对，请补上右括号。");
        if (text == "故障") throw new InvalidOperationException("secret inside");
        if (text == "永远") await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private static QueryReading Reading(string text, string[] words) => new(
        string.Join(' ', words),
        [.. words.Select(word => new ReadUnit(word, ReadUnitKind.Characters, []))],
        text.Contains('"') ? [new QueryNote("unclosed-quote", "引号没有配对，已按普通文字检索。")] : []);

    private static bool Matches(Article article, NewsQuery query, string[] words) =>
        words.All(word => article.Title.Contains(word) || article.Body.Contains(word))
        && (query.Sources.Count == 0 || query.Sources.Contains(article.Source))
        && (query.Channels.Count == 0 || article.Channel.SelfAndOuter().Any(query.Channels.Contains))
        && (query.From is null || Day(article) >= query.From)
        && (query.To is null || Day(article) <= query.To);

    private static IEnumerable<Article> Sorted(IEnumerable<Article> matches, NewsSort sort) => sort switch
    {
        NewsSort.Newest => matches.OrderByDescending(article => article.PublishedAt ?? DateTimeOffset.MinValue),
        NewsSort.Oldest => matches.OrderBy(article => article.PublishedAt ?? DateTimeOffset.MaxValue),
        _ => matches,
    };

    private static NewsHit Hit(Article article, string[] words) => new(
        article.Id, Highlight(article.Title, words), Highlight(article.Body, words),
        article.Source, article.Channel, article.PublishedAt, article.Url, 1.5f);

    private static HighlightedText Highlight(string text, string[] words) => new(text,
    [
        .. words.Select(word => new HighlightSpan(text.IndexOf(word, StringComparison.Ordinal), word.Length))
            .Where(span => span.Start >= 0)
            .OrderBy(span => span.Start),
    ]);

    private static NewsFacets Facets(List<Article> matches) => new(
        Counts(matches.Select(article => article.Source).OfType<string>()),
        Counts(matches.SelectMany(article => article.Channel.SelfAndOuter()).Select(channel => channel.Text)),
        [.. Counts(matches.Select(article => Day(article)?.ToString("yyyy-MM")).OfType<string>()).OrderByDescending(month => month.Value)]);

    private static IReadOnlyList<FacetCount> Counts(IEnumerable<string> values) =>
        [.. values.GroupBy(value => value).Select(group => new FacetCount(group.Key, group.Count())).OrderByDescending(facet => facet.Count)];

    private static DateOnly? Day(Article article) =>
        article.PublishedAt is { } published ? DateOnly.FromDateTime(published.DateTime) : null;
}
