namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>What Java Lucene's CheckIndex said of an index.</summary>
/// <param name="Output">All it printed, problems and stack traces included: the message for a failing assertion.</param>
internal sealed record CheckIndexReport(string Output, int ExitCode)
{
    /// <summary>Whether it checked an index to the end and found nothing wrong.</summary>
    public bool IsClean => ExitCode == 0 && Output.Contains("No problems were detected with this index", StringComparison.Ordinal);
}
