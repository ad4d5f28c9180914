using NewsSearch.Archive;
using NewsSearch.Archive.Evaluation;
using NewsSearch.Archive.Importing;

namespace NewsSearch.Cli;

/// <summary>Turns a failure into one clear message; the stack trace is for those who set NEWSSEARCH_DEBUG=1.</summary>
internal static class Failures
{
    private const string DebugVariable = "NEWSSEARCH_DEBUG";

    public static async Task<int> ReportAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception error)
        {
            var isDebug = Environment.GetEnvironmentVariable(DebugVariable) == "1";
            await Console.Error.WriteLineAsync("newssearch: " + (isDebug ? error.ToString() : MessageOf(error)));
            return ExitCodes.Failed;
        }
    }

    internal static string MessageOf(Exception error) => error switch
    {
        NewsQueryException query => $"{query.Parameter}: {query.Message}",
        OperationCanceledException => "Stopped before the end; nothing was changed.",
        // These are written for people: they name the file, the lock or the segment and say what to do.
        IOException or UnauthorizedAccessException or UnsupportedArticleFileException or QuerySetException or NotSupportedException => error.Message,
        _ => $"Internal error, {error.GetType().Name}: {error.Message} (Set {DebugVariable}=1 to see where.)",
    };
}
