using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NewsSearch.Archive;
using NewsSearch.Web.Pages;

namespace NewsSearch.Web;

/// <summary>
/// The web program: the API and the pages over one archive. It listens before there is an archive and answers 503
/// until <see cref="Open"/>, so that a port in use is known before an index is built.
/// </summary>
public sealed class NewsServer : IAsyncDisposable
{
    /// <summary>Room for a query of <see cref="NewsQuery.MaxTextLength"/> Chinese characters (nine bytes each once escaped) and its filters.</summary>
    private const int MaxRequestLineBytes = 32 * 1024;

    /// <summary>Where <see cref="NewsServerOptions.BareAnswer"/> is.</summary>
    public const string BarePath = "/bare";

    private readonly WebApplication _application;
    private readonly ServedArchive _archive;

    private NewsServer(WebApplication application, ServedArchive archive)
    {
        _application = application;
        _archive = archive;
    }

    /// <summary>Addresses that the server listens on, with the port that it got.</summary>
    public IReadOnlyCollection<string> Urls => [.. _application.Urls];

    /// <summary>Begins to listen.</summary>
    /// <exception cref="IOException">An address is in use or can't be bound.</exception>
    public static async Task<NewsServer> StartAsync(NewsServerOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var archive = new ServedArchive(options.SearchTimeLimit);
        var isStarted = false;
        // What goes wrong before is thrown to the caller; a log of it would only say it twice.
        var application = Build(options, archive, level => level >= LogLevel.Warning && isStarted);
        try
        {
            await application.StartAsync(cancellationToken);
            isStarted = true;
            return new NewsServer(application, archive);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>Serves this archive from now on. The caller keeps it and disposes it after the server.</summary>
    public void Open(INewsSearcher searcher) => _archive.Open(searcher);

    /// <summary>Ends when the program is asked to end (SIGINT, SIGTERM) or the token is cancelled; answers under way are finished.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) =>
        _application.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops listening.</summary>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static WebApplication Build(NewsServerOptions options, ServedArchive archive, Func<LogLevel, bool> isLogged)
    {
        // The content root is the program's own folder: an appsettings.json of whoever's folder we run in is none of ours.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls([.. options.Urls]).UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(LimitRequests);
        builder.Logging.AddFilter(isLogged);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.ConfigureHttpJsonOptions(json => NewsJson.Configure(json.SerializerOptions));
        builder.Services.AddSingleton(archive);
        builder.Services.AddSingleton(new AnswerCache(options.AnswerCacheBytes));
        builder.Services.AddSingleton<SearchAnswers>();
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddRazorComponents();
        builder.Services.AddExceptionHandler<ProblemWriter>();
        builder.Services.AddNewsOpenApi();
        var application = builder.Build();
        MapAll(application);
        if (options.BareAnswer is { } bare) MapBare(application, bare);
        return application;
    }

    private static void MapAll(WebApplication application)
    {
        application.UseSecurityHeaders();
        application.UseExceptionHandler(_ => { });
        application.UseStatusCodePages(context => ProblemWriter.WriteAsync(context.HttpContext, Problem.ForStatus(context.HttpContext)));
        application.UseHeadRequests();
        application.UseRouting();
        application.MapSearchApi();
        application.MapSuggestApi();
        application.MapArticleApi();
        application.MapExplainApi();
        application.MapSourcesApi();
        application.MapHealthApi();
        application.MapOpenApi("/openapi/{documentName}.json");
        application.MapPages();
        application.MapWhyPage();
        application.MapSiteFiles();
    }

    private static void MapBare(WebApplication application, ReadOnlyMemory<byte> answer) => application.MapGet(BarePath, context =>
    {
        context.Response.ContentType = JsonAnswer.ContentType;
        context.Response.ContentLength = answer.Length;
        return context.Response.Body.WriteAsync(answer, context.RequestAborted).AsTask();
    }).ExcludeFromDescription();

    private static void LimitRequests(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
        kestrel.Limits.MaxRequestBodySize = 0;
    }
}
