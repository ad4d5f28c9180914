namespace NewsSearch.Cli.Measuring;

/// <summary>Refuses figures of sides that did not do the same work.</summary>
internal static class Agreement
{
    /// <summary>All sides must have answered the same.</summary>
    public static void Require(string work, string value, IReadOnlyDictionary<string, WorkerAnswer> answers)
    {
        if (answers.Values.DistinctBy(answer => answer.Text(value)).Count() > 1)
            throw new BenchDisagreementException($"{work}: the sides differ in {value}: {string.Join(", ", answers.Select(answer => $"{answer.Key} {answer.Value.Text(value)}"))}");
    }

    public static void RequireValue(string work, string side, string name, WorkerAnswer answer, long value)
    {
        if ((long)answer.Number(name) != value) throw new BenchDisagreementException($"{work}, {side}: {name} is {answer.Text(name)} instead of {value}");
    }

    /// <summary>A side must have found something, on the average more than one article a query.</summary>
    public static void RequireSome(string work, string side, WorkerAnswer answer)
    {
        if (answer.Number("sum") < answer.Number("count")) throw new BenchDisagreementException($"{work}, {side}: {answer.Text("count")} queries found only {answer.Text("sum")} articles");
    }

    /// <summary>Every query must have found the same on all sides.</summary>
    public static void RequireSameLines(IReadOnlyDictionary<string, string[]> found, IReadOnlyList<BenchQuery> queries)
    {
        var (first, lines) = found.First();
        if (lines.Length != queries.Count) throw new BenchDisagreementException($"{first} answered {lines.Length} of {queries.Count} queries");
        foreach (var (name, others) in found)
        {
            var at = lines.AsSpan().CommonPrefixLength(others);
            if (at == lines.Length && at == others.Length) continue;
            var query = at < queries.Count ? $"{queries[at].Kind} {string.Join(' ', queries[at].Words)}" : "none";
            throw new BenchDisagreementException(
                $"query {at} ({query}): {first} found {lines.ElementAtOrDefault(at)}, {name} found {others.ElementAtOrDefault(at)} (total, then of each facet values/sum/hash)");
        }
    }
}
