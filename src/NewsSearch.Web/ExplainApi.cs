using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsSearch.Archive.Explaining;

namespace NewsSearch.Web;

/// <summary><c>GET /api/articles/{id}/why</c>.</summary>
internal static class ExplainApi
{
    public static void MapExplainApi(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/articles/{id}/why", ExplainAsync)
        .WithName("why")
        .WithTags("articles")
        .WithSummary("Why an article comes for a query, or why it does not")
        .WithDescription(
            "The article's rank and the parts of its score, or the conditions that keep it out: words, quotes, exclusions, source, channel, date, "
            + "title, nearness or beginnings of words. Takes the parameters of a search; the page asked for makes no difference.")
        .Produces<ArticleExplanation>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .AddOpenApiOperationTransformer(OpenApiExamples.DescribeWhy);

    private static async Task<Ok<ArticleExplanation>> ExplainAsync(string id, HttpContext context, ServedArchive archive)
    {
        UnknownParameters.Refuse(context.Request.Query, SearchParameters.Names);
        var query = SearchParameters.Read(context.Request.Query);
        id = ArticleAddress.IdOf(context, id);
        var explanation = await archive.AskAsync((searcher, limit) => searcher.ExplainAsync(query, id, limit), context.RequestAborted);
        return TypedResults.Ok(explanation ?? throw new ProblemException(Problem.UnknownArticle(id)));
    }
}
