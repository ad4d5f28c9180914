using NewsSearch.Archive.Explaining;
using NewsSearch.Archive.Tests.Querying;

namespace NewsSearch.Archive.Tests.Explaining;

/// <summary>Asks a small archive why.</summary>
internal static class Explained
{
    public static ArticleExplanation Explain(this SmallArchive archive, string id, string text) => archive.Explain(id, new NewsQuery { Text = text });

    public static ArticleExplanation Explain(this SmallArchive archive, string id, NewsQuery query)
    {
        var explanation = archive.TryExplain(id, query);
        Assert.NotNull(explanation);
        return explanation;
    }

    public static ArticleExplanation? TryExplain(this SmallArchive archive, string id, NewsQuery query) =>
        archive.Searcher.ExplainAsync(query, id, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>The one condition that is not met.</summary>
    public static ExplainedCondition Unmet(this ArticleExplanation explanation) => Assert.Single(explanation.Conditions, condition => !condition.IsMet);
}
