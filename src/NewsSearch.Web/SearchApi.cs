using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsSearch.Archive;

namespace NewsSearch.Web;

/// <summary><c>GET /api/search</c>.</summary>
internal static class SearchApi
{
    public static void MapSearchApi(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/search", SearchAsync)
        .WithName("search")
        .WithTags("search")
        .WithSummary("Search the archive")
        .WithDescription("Articles that match the words, narrowed by source, channel and publication date, with an exact total and counts by source, channel and month.")
        .Produces<NewsResult>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .AddOpenApiOperationTransformer(OpenApiExamples.DescribeSearch);

    private static async Task<Ok<NewsResult>> SearchAsync(HttpRequest request, ServedArchive archive)
    {
        UnknownParameters.Refuse(request.Query, SearchParameters.Names);
        var query = SearchParameters.Read(request.Query);
        return TypedResults.Ok(await archive.AskAsync((searcher, limit) => searcher.SearchAsync(query, limit), request.HttpContext.RequestAborted));
    }
}
