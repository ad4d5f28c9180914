using NewsSearch.Archive;

namespace NewsSearch.Web;

/// <summary>The archive as requests reach it: absent until it is open, and each question with a time limit.</summary>
internal sealed class ServedArchive(TimeSpan timeLimit)
{
    private volatile INewsSearcher? _searcher;

    public void Open(INewsSearcher opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        _searcher = opened;
    }

    /// <summary>What answers follow from now.</summary>
    /// <exception cref="ProblemException">The archive is not open yet.</exception>
    public ArchiveVersion Version => Opened.Version;

    private INewsSearcher Opened => _searcher ?? throw new ProblemException(Problem.NotReady);

    /// <summary>Asks the archive.</summary>
    /// <exception cref="ProblemException">The archive is not open yet, or the time limit has passed.</exception>
    public async Task<T> AskAsync<T>(Func<INewsSearcher, CancellationToken, Task<T>> question, CancellationToken requestAborted)
    {
        var opened = Opened;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(requestAborted);
        limit.CancelAfter(timeLimit);
        try
        {
            return await question(opened, limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !requestAborted.IsCancellationRequested)
        {
            throw new ProblemException(Problem.TooSlow(timeLimit));
        }
    }
}
