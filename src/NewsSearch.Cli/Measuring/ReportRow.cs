namespace NewsSearch.Cli.Measuring;

/// <summary>A row of the table.</summary>
/// <param name="Name">What it says, with the unit.</param>
/// <param name="OurWork">The work whose figures of ours it shows.</param>
/// <param name="PeerWork">The work of the peers that it is compared with.</param>
/// <param name="Value">The figure that is compared; less is better.</param>
/// <param name="Goal">What the ratio to Java Lucene 8.7.0 is to be at most; null for none.</param>
/// <param name="Show">What is shown of an answer.</param>
/// <param name="GoalOfLucene4">What the ratio to Java Lucene 4.10.4 is to be at most; null for none.</param>
internal sealed record ReportRow(
    string Name, string OurWork, string PeerWork, string Value, double? Goal, Func<WorkerAnswer, double> Show, double? GoalOfLucene4 = null);
