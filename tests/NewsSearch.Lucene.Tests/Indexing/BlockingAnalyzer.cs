using NewsSearch.Lucene.Analysis;

namespace NewsSearch.Lucene.Tests.Indexing;

/// <summary>An analyzer that stops at its first text until it is told to go on.</summary>
internal sealed class BlockingAnalyzer : Analyzer
{
    private readonly WhitespaceAnalyzer _inner = new();
    private int _streams;

    public ManualResetEventSlim IsBlocked { get; } = new();

    public ManualResetEventSlim GoOn { get; } = new();

    public override TokenStream CreateStream(string field)
    {
        if (Interlocked.Increment(ref _streams) == 1)
        {
            IsBlocked.Set();
            GoOn.Wait();
        }

        return _inner.CreateStream(field);
    }
}
