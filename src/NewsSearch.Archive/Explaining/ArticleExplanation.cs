namespace NewsSearch.Archive.Explaining;

/// <summary>Why an article comes for a query, where it does and with which score, or why it does not come; it is the JSON of the API as it stands.</summary>
/// <param name="Id">Names the article.</param>
/// <param name="Title">Its headline (<see cref="Headline"/>).</param>
/// <param name="Query">The reader's words as they were asked.</param>
/// <param name="Reading">How the words were normalised, cut into units and expanded, and what was loosened.</param>
/// <param name="Outcome">Whether the article comes.</param>
/// <param name="Message">The outcome in a sentence or two, in Chinese.</param>
/// <param name="Total">Number of articles in the answer.</param>
/// <param name="Rank">The article's place in the answer, from 1; null if it is not there, or beyond <see cref="NewsQuery.MaxRank"/>.</param>
/// <param name="Score">The score that the answer gives it; 0 if it is not there or hits are sorted by date.</param>
/// <param name="Parts">What the score is the sum of, the largest first; empty where it is 0.</param>
/// <param name="Conditions">Each condition of the query, and whether the article meets it.</param>
public sealed record ArticleExplanation(
    string Id,
    string Title,
    string Query,
    QueryReading Reading,
    ExplanationOutcome Outcome,
    string Message,
    int Total,
    int? Rank,
    float Score,
    IReadOnlyList<ScorePart> Parts,
    IReadOnlyList<ExplainedCondition> Conditions);
