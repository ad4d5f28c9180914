namespace NewsSearch.Benchmarks.Load;

/// <summary>What answers the queries. Thread-safe.</summary>
internal interface ISearchTarget
{
    /// <summary>What is measured, for the head of a report.</summary>
    string Description { get; }

    /// <summary>Answers a query.</summary>
    /// <returns>The number of matching articles.</returns>
    int Search(MeasuredQuery query);
}
