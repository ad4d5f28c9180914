using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsSearch.Archive;

namespace NewsSearch.Web;

/// <summary><c>GET /api/sources</c>.</summary>
internal static class SourcesApi
{
    public static void MapSourcesApi(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/sources", GetSourcesAsync)
        .WithName("sources")
        .WithTags("archive")
        .WithSummary("What the archive holds")
        .WithDescription("Number of articles, first and last day, every source, and every month between with its number of articles: 0 is a gap of the archive.")
        .Produces<ArchiveSummary>()
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .AddOpenApiOperationTransformer(OpenApiExamples.DescribeSources);

    private static async Task<Ok<ArchiveSummary>> GetSourcesAsync(HttpContext context, ServedArchive archive)
    {
        UnknownParameters.Refuse(context.Request.Query, []);
        return TypedResults.Ok(await archive.AskAsync((searcher, limit) => searcher.SummarizeAsync(limit), context.RequestAborted));
    }
}
