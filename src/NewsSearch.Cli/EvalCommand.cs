using System.CommandLine;
using NewsSearch.Archive.Evaluation;
using NewsSearch.Archive.Searching;

namespace NewsSearch.Cli;

/// <summary><c>newssearch eval</c>: measures how good the search is, on queries for which people judged articles.</summary>
internal static class EvalCommand
{
    private const string SourcePrefix = "source=";

    public static Command Create()
    {
        var queries = new Option<string[]>("--queries")
        {
            HelpName = "FILE",
            Required = true,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
            Description = "Files with queries, each a set of its own.",
        };
        var judgements = new Option<string[]>("--qrels")
        {
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
            Description = "Judgements of the sets that are TREC topics, in the same order.",
        };
        var within = new Option<string[]>("--within")
        {
            HelpName = "SCOPE",
            Description = "judged (default), all, or source=NAME (repeat it for one of several).",
        };
        var baseline = new Option<string?>("--baseline-dir") { HelpName = "DIR", Description = "Where the baseline's index is kept. Default: the directory of the index with .baseline after its name." };
        var perQuery = new Option<string?>("--per-query") { HelpName = "FILE", Description = "Write the figures of every query to this file, as CSV." };
        var markdown = new Option<bool>("--markdown") { Description = "Print the table in Markdown." };
        var index = IndexPlace.CreateOption();
        var command = new DetailedCommand("eval", "Measure how good the search is, beside a baseline.", Details)
        {
            queries, judgements, index, within, baseline, perQuery, markdown,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var sets = ReadSets(parsed.GetValue(queries)!, parsed.GetValue(judgements) ?? []);
            var directory = parsed.GetValue(index) ?? IndexPlace.Default;
            var run = new EvalRun(directory, parsed.GetValue(baseline) ?? Path.TrimEndingDirectorySeparator(directory) + ".baseline", ScopeOf(parsed.GetValue(within) ?? []));
            return RunAsync(run, sets, parsed.GetValue(perQuery), parsed.GetValue(markdown), cancellationToken);
        });
        return command;
    }

    private const string Details = """
        A file of queries is one of:
          .jsonl   {"query": "…", "relevant": ["id", …]}    all of these articles are relevant
          .jsonl   {"query": "…", "id": "…", "score": 5}    the one article that is sought; scores below 4 are passed over
          other    TREC topics, a line NUMBER TAB QUERY; with --qrels a file of lines NUMBER 0 ARTICLE GRADE

        Both systems are asked for the best 100 articles. The baseline is built from the articles that the index has stored:
        words of Lucene's SmartChineseAnalyzer, any of them, BM25, a word in the title counting twice. It is kept beside the
        index and built again when the index has changed.

          nDCG@10     how near the first ten are to the best possible ten
          MRR@10      one divided by the rank of the first relevant article
          recall@100  share of the relevant articles among the first hundred
          p           how often chance alone makes such a difference (randomisation test over the queries, 10,000 permutations)

        What nobody judged counts as not relevant. So that publishers that nobody looked at don't count as faults, both systems
        search only the sources that a set's relevant articles come from, unless one of these has no source; --within all
        searches everything, --within source=NAME that source.

        Exit codes:
          0  measured
          1  a file could not be read, or there is no index
          2  measured, but our search refused some of the queries (they count as 0)
        """;

    private static List<QuerySet> ReadSets(string[] files, string[] judgements)
    {
        var topics = files.Count(file => !QuerySets.IsJsonLines(file));
        if (topics != judgements.Length)
            throw new QuerySetException(files.FirstOrDefault(file => !QuerySets.IsJsonLines(file)) ?? judgements[0], $"{topics} files with TREC topics, but {judgements.Length} with --qrels; each needs one. Queries as JSON Lines are named .jsonl.");
        var next = 0;
        var sets = files.Select(file => QuerySets.IsJsonLines(file) ? QuerySets.ReadJsonLines(file) : QuerySets.ReadTrec(file, judgements[next++])).ToList();
        var twice = sets.GroupBy(set => set.Name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new QuerySetException(twice.Key, "two sets have this name; rename a file");
        return sets;
    }

    private static SearchScope ScopeOf(string[] values)
    {
        if (values.Length == 0 || values is ["judged"]) return SearchScope.Judged;
        if (values is ["all"]) return SearchScope.Everything;
        if (values.FirstOrDefault(value => !value.StartsWith(SourcePrefix, StringComparison.Ordinal) || value.Length == SourcePrefix.Length) is { } bad)
            throw new QuerySetException("--within", $"\"{bad}\" is none of judged, all, source=NAME; only the last may be repeated");
        return new SearchScope(FollowsJudgements: false, [.. values.Select(value => value[SourcePrefix.Length..])]);
    }

    private static async Task<int> RunAsync(EvalRun run, IReadOnlyList<QuerySet> sets, string? perQuery, bool isMarkdown, CancellationToken cancellationToken)
    {
        // The file is made first: a place that can't be written to is better known now than after the work.
        using var csv = perQuery is null ? null : new PerQueryFile(perQuery);
        var reports = await run.EvaluateAsync(sets, cancellationToken);
        csv?.Write(reports);
        EvalTable.Print(reports, isMarkdown, Console.Out);
        return reports.Any(report => report.Refused > 0) ? ExitCodes.SomeRefused : ExitCodes.Success;
    }
}
