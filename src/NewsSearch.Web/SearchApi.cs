using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
        .WithDescription("Articles that match the words, narrowed by source, channel and publication date, with an exact total and counts by source, channel and month. With an ETag: asked with If-None-Match, it answers 304 as long as the archive is as it was.")
        .Produces<NewsResult>()
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .AddOpenApiOperationTransformer(OpenApiExamples.DescribeSearch);

    private static Task<JsonAnswer> SearchAsync(HttpContext context, SearchAnswers answers)
    {
        var parameters = context.Request.Query;
        UnknownParameters.Refuse(parameters, SearchParameters.Names);
        return answers.AnswerAsync(SearchParameters.Read(parameters), context);
    }
}
