namespace NewsSearch.Archive.Evaluation;

/// <summary>Puts judged queries to our search and to the baseline.</summary>
/// <param name="ours">Our search, as readers get it.</param>
/// <param name="baseline">The baseline over the same articles.</param>
public sealed class Evaluator(INewsSearcher ours, Baseline baseline)
{
    /// <summary>How many articles either system is asked for.</summary>
    public const int Depth = 100;

    /// <summary>Measures a set.</summary>
    /// <param name="set">Queries and judgements.</param>
    /// <param name="scope">Among which articles to search.</param>
    /// <param name="progress">Told the number of queries done, from several threads, in no order.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<SetReport> EvaluateAsync(QuerySet set, SearchScope scope, Action<int>? progress, CancellationToken cancellationToken)
    {
        var judged = new JudgedArticles(baseline);
        var queries = set.Queries.Select(judged.WithoutAbsent).Where(query => query.Grades.Values.Any(grade => grade > 0)).ToList();
        var sources = scope.FollowsJudgements ? judged.SourcesToSearch : scope.Sources;
        var reports = new QueryReport[queries.Count];
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, queries.Count, options, async (i, stop) =>
        {
            reports[i] = await AskBothAsync(queries[i], sources, stop).ConfigureAwait(false);
            progress?.Invoke(Interlocked.Increment(ref done));
        }).ConfigureAwait(false);
        return new SetReport(set.Name, reports, sources, set.Queries.Count - queries.Count, judged.AbsentCount, set.Passed);
    }

    private async Task<QueryReport> AskBothAsync(JudgedQuery query, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        var theirs = baseline.Search(query.Text, sources, Depth, cancellationToken);
        try
        {
            var asked = new NewsQuery { Text = query.Text, Sources = sources, Size = Depth, WithFacets = false };
            var answer = await ours.SearchAsync(asked, cancellationToken).ConfigureAwait(false);
            return new QueryReport(query, [.. answer.Hits.Select(hit => hit.Id)], theirs, Refusal: null);
        }
        catch (NewsQueryException refusal)
        {
            return new QueryReport(query, [], theirs, refusal.Message);
        }
    }
}
