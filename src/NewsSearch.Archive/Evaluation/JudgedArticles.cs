namespace NewsSearch.Archive.Evaluation;

/// <summary>What the index knows of the articles that a set judges.</summary>
internal sealed class JudgedArticles(Baseline articles)
{
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);
    private bool _hasSourceless;

    /// <summary>Relevant articles, counted once for each query, that the index doesn't hold.</summary>
    public int AbsentCount { get; private set; }

    /// <summary>The sources of all relevant articles seen so far; none if a search can't be confined to them.</summary>
    public IReadOnlyList<string> SourcesToSearch =>
        _hasSourceless || _sources.Count > NewsQuery.MaxFilterValues ? [] : [.. _sources.Order(StringComparer.Ordinal)];

    /// <summary>The query with the judgements on articles that exist.</summary>
    public JudgedQuery WithoutAbsent(JudgedQuery query)
    {
        var present = new Dictionary<string, int>();
        foreach (var (id, grade) in query.Grades)
        {
            if (Exists(id, isRelevant: grade > 0)) present.Add(id, grade);
            else if (grade > 0) AbsentCount++;
        }

        return query with { Grades = present };
    }

    private bool Exists(string id, bool isRelevant)
    {
        if (!articles.TryFind(id, out var source)) return false;
        if (!isRelevant) return true;
        if (source is null) _hasSourceless = true;
        else _sources.Add(source);
        return true;
    }
}
