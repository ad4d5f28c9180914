namespace NewsSearch.Archive.Evaluation;

/// <summary>Among which articles both systems search for the queries of a set.</summary>
/// <remarks>
/// Judges look only at a part of the archive, often one publisher's. An article outside that part is as relevant as one inside it, but nobody
/// said so, and would count as a fault of the system that finds it. Such articles are left out before ranking, for both systems alike.
/// </remarks>
/// <param name="FollowsJudgements">Whether the sources are those that the set's relevant articles come from.</param>
/// <param name="Sources">The sources to search in otherwise; empty means all articles.</param>
public sealed record SearchScope(bool FollowsJudgements, IReadOnlyList<string> Sources)
{
    /// <summary>The sources that the relevant articles of the set come from; all articles where a relevant one has no source.</summary>
    public static SearchScope Judged { get; } = new(true, []);

    /// <summary>All articles.</summary>
    public static SearchScope Everything { get; } = new(false, []);
}
