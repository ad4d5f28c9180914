using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsSearch.Web.Pages;

namespace NewsSearch.Web;

/// <summary>Answers a failed request: programs get problem details, readers a page.</summary>
internal sealed partial class ProblemWriter(ILogger<ProblemWriter> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        // Nobody reads the answer to a request that was given up.
        if (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException) return true;
        var problem = Problem.From(exception);
        if (ReferenceEquals(problem, Problem.Unexpected)) LogUnexpected(logger, context.Request.Path, exception);
        await WriteAfreshAsync(context, problem);
        return true;
    }

    public static Task WriteAsync(HttpContext context, Problem problem)
    {
        if (problem.RetryAfterSeconds is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString();
        IResult result = IsForPrograms(context.Request.Path) ? Json(context, problem) : PageRoutes.Error(problem);
        return result.ExecuteAsync(context);
    }

    /// <summary>A page whose rendering failed leaves a renderer that renders nothing any more: the page of the error needs services of its own.</summary>
    private static async Task WriteAfreshAsync(HttpContext context, Problem problem)
    {
        var services = context.RequestServices;
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await WriteAsync(context, problem);
        }
        finally
        {
            context.RequestServices = services;
        }
    }

    private static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api") || path.StartsWithSegments("/health") || path.StartsWithSegments("/openapi");

    private static ProblemHttpResult Json(HttpContext context, Problem problem)
    {
        var details = new ProblemDetails
        {
            Status = problem.Status,
            Title = problem.Title,
            Detail = problem.Detail,
            Instance = context.Request.Path.Value,
        };
        if (problem.Parameter is { } parameter) details.Extensions["parameter"] = parameter;
        if (problem.KnownParameters is { } known) details.Extensions["knownParameters"] = known;
        return TypedResults.Problem(details);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request for {Path} failed")]
    private static partial void LogUnexpected(ILogger logger, string path, Exception exception);
}
