namespace NewsSearch.Archive.Evaluation;

/// <summary>What both systems made of a set of queries.</summary>
/// <param name="Name">Name of the set.</param>
/// <param name="Queries">Every query that was measured.</param>
/// <param name="Sources">The sources that both searched in; empty means all articles.</param>
/// <param name="Unanswerable">Queries left out because the index holds no article that is judged relevant for them.</param>
/// <param name="Absent">Relevant articles that the index doesn't hold; they count neither as found nor as missed.</param>
/// <param name="Passed">Lines of the file that are no query for this archive; see <see cref="QuerySet.Passed"/>.</param>
public sealed record SetReport(string Name, IReadOnlyList<QueryReport> Queries, IReadOnlyList<string> Sources, int Unanswerable, int Absent, int Passed)
{
    /// <summary>Queries that our search refused to answer.</summary>
    public int Refused => Queries.Count(query => query.Refusal is not null);

    /// <summary>The two systems by one measure, every query counting alike; null if there is no query.</summary>
    public Comparison? Compare(int measure) => Queries.Count == 0
        ? null
        : Comparison.Of([.. Queries.Select(query => (query.OurValues[measure], query.BaselineValues[measure], 1.0 / Queries.Count))]);
}
