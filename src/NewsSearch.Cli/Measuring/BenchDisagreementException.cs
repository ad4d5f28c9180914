namespace NewsSearch.Cli.Measuring;

/// <summary>The sides of a benchmark did not do the same work, so that their figures can't be compared.</summary>
internal sealed class BenchDisagreementException(string message) : IOException(message);
