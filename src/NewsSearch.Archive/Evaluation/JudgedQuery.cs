namespace NewsSearch.Archive.Evaluation;

/// <summary>A query together with what people judged about articles for it.</summary>
/// <param name="Id">Names the query within its set: the topic number, or the text where there is none.</param>
/// <param name="Text">What a reader types.</param>
/// <param name="Grades">
/// How relevant an article is, by its id: 0 for not at all, more for more. An article that is not listed is unjudged and counts as
/// not relevant, as in trec_eval.
/// </param>
public sealed record JudgedQuery(string Id, string Text, IReadOnlyDictionary<string, int> Grades);
