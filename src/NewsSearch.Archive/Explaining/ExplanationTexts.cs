using System.Globalization;
using NewsSearch.Archive.Querying;

namespace NewsSearch.Archive.Explaining;

/// <summary>What explanations say to the reader.</summary>
internal static class ExplanationTexts
{
    /// <summary>Characters of the reader's text that a sentence repeats.</summary>
    private const int MaxQuotedLength = 60;

    public static string Part(ScorePartKind kind, string text, ArticlePlace? place)
    {
        var where = place is { } known ? Name(known) : "";
        return kind switch
        {
            ScorePartKind.Word => $"{where}有词{Quoted(text)}",
            ScorePartKind.Characters => $"{where}有文字{Quoted(text)}",
            ScorePartKind.Exact => $"{where}原样出现{Quoted(text)}",
            ScorePartKind.Near => $"{where}{string.Join("与", text.Split(' ', 2).Select(Quoted))}相距很近",
            ScorePartKind.Prefix => $"{where}有以{Quoted(text)}开头的词",
            ScorePartKind.StricterMatch => "满足的条件比放宽后才出现的文章更多",
            ScorePartKind.Coverage => "有检索文字中的许多相邻两字",
            ScorePartKind.Freshness => "文章较新",
            _ => "其他",
        };
    }

    public static string Met(QueryCondition condition, IReadOnlyList<ArticlePlace> places)
    {
        var where = Names(places);
        return condition.Kind switch
        {
            ConditionKind.Single => $"{where}有单字{Quoted(condition.Text)}，且与前后的词相连",
            ConditionKind.Prefix => $"{where}有以{Quoted(condition.Text)}开头的词",
            ConditionKind.Near => $"{where}满足{Quoted(condition.Text)}",
            ConditionKind.Alternatives => $"满足{Quoted(condition.Text)}中的至少一项",
            ConditionKind.Excluded => $"没有被排除的{Quoted(condition.Text)}",
            ConditionKind.Source => $"来源符合{Quoted(condition.Text)}",
            ConditionKind.Channel => $"频道符合{Quoted(condition.Text)}",
            ConditionKind.Date => $"发表日期符合：{condition.Text}",
            _ => $"{where}有{Quoted(condition.Text)}",
        };
    }

    /// <param name="condition">What is not met.</param>
    /// <param name="reason">Why.</param>
    /// <param name="places">Where the text stands nevertheless.</param>
    /// <param name="detail">Of texts near each other: the one that is missing, or how far apart they are.</param>
    /// <param name="article">The article.</param>
    public static string Unmet(QueryCondition condition, UnmetReason reason, IReadOnlyList<ArticlePlace> places, string? detail, Article article) => reason switch
    {
        UnmetReason.Present => $"{Names(places)}有被排除的{Quoted(condition.Text)}",
        UnmetReason.OnlyInBody => $"{Quoted(condition.Text)}只在正文中，标题里没有",
        UnmetReason.TooFarApart when detail is null => $"{Quoted(condition.Text)}：两者都有，但相距超过 {QueryLexer.MaxDistance} 个字",
        UnmetReason.TooFarApart => $"{Quoted(condition.Text)}：两者都有，但最近处也相隔 {detail} 个字",
        UnmetReason.OtherValue => OtherValue(condition, article),
        UnmetReason.NoValue => $"文章没有{NameOf(condition.Kind)}，检索要求{NameOf(condition.Kind)}：{Short(condition.Text)}",
        _ => Missing(condition, detail),
    };

    public static string Outcome(
        ExplanationOutcome outcome, QueryAnswer answer, QueryAttempt? matching, int? rank, IReadOnlyList<ExplainedCondition> conditions) => outcome switch
    {
        ExplanationOutcome.Found => $"这篇文章满足全部检索条件，{Place(rank)}（共 {answer.Total:N0} 篇）。",
        ExplanationOutcome.FoundAfterLoosening =>
            $"这篇文章不满足全部检索条件；满足全部条件的文章有 {answer.Complete:N0} 篇，检索因此放宽，它{Place(rank)}（共 {answer.Total:N0} 篇）。缺少的条件：{Reasons(conditions)}。",
        ExplanationOutcome.NotLoosenedEnough =>
            $"这篇文章不在结果中，因为它缺少：{Reasons(conditions)}。{Loosening(answer)}，{Needed(matching!)}它才会出现。",
        _ => $"这篇文章不在结果中，因为：{Reasons(conditions)}。",
    };

    private static string Missing(QueryCondition condition, string? detail) => condition.Kind switch
    {
        ConditionKind.Single => $"单字{Quoted(condition.Text)}没有与前后的词相连出现",
        ConditionKind.Prefix => $"标题和正文里都没有以{Quoted(condition.Text)}开头的词",
        ConditionKind.Near when detail is not null => $"{Quoted(condition.Text)}：文中没有{Quoted(detail)}",
        ConditionKind.Alternatives => $"{Quoted(condition.Text)}中没有一项满足",
        _ => $"标题和正文里都没有{Quoted(condition.Text)}",
    };

    private static string OtherValue(QueryCondition condition, Article article)
    {
        var value = condition.Kind switch
        {
            ConditionKind.Source => article.Source!,
            ConditionKind.Channel => article.Channel.Text,
            _ => article.PublishedAt!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        return $"文章的{NameOf(condition.Kind)}是{Quoted(value)}，检索要求：{Short(condition.Text)}";
    }

    private static string NameOf(ConditionKind kind) => kind switch
    {
        ConditionKind.Source => "来源",
        ConditionKind.Channel => "频道",
        _ => "发表日期",
    };

    private static string Place(int? rank) => rank is { } known ? $"排在第 {known:N0} 位" : $"排在第 {NewsQuery.MaxRank:N0} 位之后";

    /// <summary>What no loosening helps against, or else everything that is not met.</summary>
    private static string Reasons(IReadOnlyList<ExplainedCondition> conditions)
    {
        var unmet = conditions.Where(condition => !condition.IsMet).ToList();
        var decisive = unmet.Where(condition => !condition.CanBeLoosened).ToList();
        var told = decisive.Count > 0 ? decisive : unmet;
        return told.Count > 0 ? string.Join("；", told.Select(condition => condition.Message)) : "检索条件合在一起不满足";
    }

    private static string Loosening(QueryAnswer answer) => Step(answer.Last) is { } step
        ? "检索只放宽到" + step
        : $"满足全部条件的文章已有 {answer.Complete:N0} 篇，检索没有放宽";

    private static string Needed(QueryAttempt matching) => Step(matching) is { } step ? $"放宽到{step}时" : "不放宽时";

    /// <summary>How far an attempt is loosened; null if not at all.</summary>
    private static string? Step(QueryAttempt attempt) => attempt switch
    {
        { IsByPairs: true } => $"至少包含 {attempt.Of} 处相邻两字（或字母、数字）中的 {attempt.Least} 处",
        _ when attempt.Least < attempt.Of => $"至少包含 {attempt.Of} 个检索词中的 {attempt.Least} 个",
        { SplitUnits.Count: > 0 } => $"拆开检索{string.Concat(attempt.SplitUnits.Select(Quoted))}",
        { DroppedSingles.Count: > 0 } => $"略去单字{string.Concat(attempt.DroppedSingles.Select(Quoted))}",
        _ => null,
    };

    private static string Name(ArticlePlace place) => place == ArticlePlace.Title ? "标题里" : "正文里";

    private static string Names(IReadOnlyList<ArticlePlace> places) => places.Count switch
    {
        0 => "文中",
        1 => Name(places[0]),
        _ => "标题和正文里",
    };

    private static string Quoted(string text) => $"“{Short(text)}”";

    private static string Short(string text) => text.Length <= MaxQuotedLength ? text : text[..MaxQuotedLength] + "…";
}
