using NewsSearch.Archive.Evaluation;
using NewsSearch.Archive.Searching;

namespace NewsSearch.Cli;

/// <summary>Opens what an evaluation needs, and evaluates one set after the other, saying on standard error how far it is.</summary>
/// <param name="directory">Directory of the index.</param>
/// <param name="baselineDirectory">Directory of the baseline.</param>
/// <param name="scope">Among which articles to search.</param>
internal sealed class EvalRun(string directory, string baselineDirectory, SearchScope scope)
{
    public async Task<IReadOnlyList<SetReport>> EvaluateAsync(IReadOnlyList<QuerySet> sets, CancellationToken cancellationToken)
    {
        using var searcher = LocalNewsSearcher.Open(directory);
        using var baseline = BuildBaseline(cancellationToken);
        var count = (await searcher.SummarizeAsync(cancellationToken)).ArticleCount;
        if (count != baseline.ArticleCount) throw new IOException($"The index {directory} was written to meanwhile. Try again when that is over.");
        var evaluator = new Evaluator(searcher, baseline);
        var reports = new List<SetReport>();
        foreach (var set in sets)
        {
            using var progress = new ProgressLine(set.Name);
            reports.Add(await evaluator.EvaluateAsync(set, scope, done => progress.Report(done, set.Queries.Count, "queries"), cancellationToken));
        }

        return reports;
    }

    private Baseline BuildBaseline(CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine($"baseline {baselineDirectory}");
        return new BaselineBuilder(directory, baselineDirectory).OpenOrBuild((done, all) => progress.Report(done, all, "articles"), cancellationToken);
    }
}
