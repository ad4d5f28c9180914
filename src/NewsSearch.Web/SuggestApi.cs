using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsSearch.Archive;

namespace NewsSearch.Web;

/// <summary><c>GET /api/suggest</c>.</summary>
internal static class SuggestApi
{
    private const int MaxSize = 20;
    private const int DefaultSize = 10;

    public static void MapSuggestApi(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/suggest", SuggestAsync)
        .WithName("suggest")
        .WithTags("search")
        .WithSummary("Complete what a reader types")
        .WithDescription(
            "Words of titles, keywords and sources with the number of their articles, then titles, that begin with what was typed: in Han characters, "
            + "in pinyin without tones (wangyi), as its first letters (wy) or mixed (王y). The `query` of each finds at least one article.")
        .Produces<SuggestResult>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .AddOpenApiOperationTransformer(OpenApiExamples.DescribeSuggest);

    private static async Task<Ok<SuggestResult>> SuggestAsync(HttpRequest request, ServedArchive archive)
    {
        UnknownParameters.Refuse(request.Query, ["prefix", "size"]);
        var prefix = SearchParameters.ReadOne(request.Query, "prefix") ?? "";
        var size = SearchParameters.ReadNumber(request.Query, "size", 1, MaxSize, DefaultSize);
        var found = await archive.AskAsync((searcher, limit) => searcher.SuggestAsync(prefix, size, limit), request.HttpContext.RequestAborted);
        return TypedResults.Ok(new SuggestResult(prefix, found));
    }
}
