using System.CommandLine;
using NewsSearch.Archive.Importing;
using NewsSearch.Archive.Searching;
using NewsSearch.Lucene.Store;
using NewsSearch.Web;

namespace NewsSearch.Cli;

/// <summary><c>newssearch serve</c>: the web site and the API over an index.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var index = IndexPlace.CreateOption();
        var urls = new Option<string[]>("--urls")
        {
            HelpName = "URL",
            Description = $"Addresses to listen on, separated by semicolons; default {NewsServerOptions.DefaultUrl}, which only this machine reaches.",
        };
        var command = new DetailedCommand("serve", "Serve the search site and the API.", """
            Without --index and without an index in its default place, one is built there from the sample articles
            that come with the program. Ctrl+C ends it.
            """)
        {
            index,
            urls,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(index), UrlsOf(parsed.GetValue(urls)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? directory, IReadOnlyList<string> urls, CancellationToken cancellationToken)
    {
        // An index that was asked for and is not there is an error; nobody wants the sample instead of it.
        using var asked = directory is null ? null : Open(directory);
        await using var server = await StartAsync(urls, cancellationToken);
        directory ??= IndexPlace.Default;
        using var found = asked is null ? OpenOrBuild(directory, cancellationToken) : null;
        var searcher = asked ?? found!;
        server.Open(searcher);
        var summary = await searcher.SummarizeAsync(cancellationToken);
        Console.WriteLine($"Serving {Figures.Articles(summary.ArticleCount)} of {directory} on {string.Join(", ", server.Urls)} (Ctrl+C ends it)");
        await server.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Success;
    }

    private static async Task<NewsServer> StartAsync(IReadOnlyList<string> urls, CancellationToken cancellationToken)
    {
        try
        {
            return await NewsServer.StartAsync(new NewsServerOptions { Urls = urls }, cancellationToken);
        }
        catch (Exception error) when (error is IOException or FormatException or InvalidOperationException)
        {
            throw new IOException($"Can't listen on {string.Join(", ", urls)}: {error.Message} Choose other addresses with --urls, such as --urls http://127.0.0.1:5081.", error);
        }
    }

    private static LocalNewsSearcher Open(string directory) => LocalNewsSearcher.Open(directory, new LocalSearchOptions
    {
        RefreshFailed = error => Console.Error.WriteLine($"What is new in {directory} can't be used, so it goes on being served as it was: {error.Message}"),
    });

    private static LocalNewsSearcher OpenOrBuild(string directory, CancellationToken cancellationToken)
    {
        try
        {
            return Open(directory);
        }
        catch (IndexNotFoundException missing)
        {
            var sample = IndexPlace.FindSample() ?? throw new IOException(missing.Message, missing);
            Console.WriteLine($"There is no index in {directory} yet; building one from the sample articles {sample}");
            BuildFromSample(sample, directory, cancellationToken);
            return Open(directory);
        }
    }

    private static void BuildFromSample(string sample, string directory, CancellationToken cancellationToken)
    {
        using var refusals = new RefusalLog(directory);
        var run = new IndexRun([(sample, ArticleSources.Open(sample))], directory, refusals);
        run.Index(cancellationToken);
        Console.WriteLine($"Indexed {Figures.Articles(run.ArticleCount)} in {run.Elapsed.TotalSeconds:N1} s. Index your own with: newssearch index PATH…");
    }

    private static List<string> UrlsOf(string[]? given)
    {
        var urls = (given ?? []).SelectMany(value => value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        return urls.Count > 0 ? urls : [NewsServerOptions.DefaultUrl];
    }
}
