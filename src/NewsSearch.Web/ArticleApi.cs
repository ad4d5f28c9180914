using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsSearch.Archive;

namespace NewsSearch.Web;

/// <summary><c>GET /api/articles/{id}</c> and <c>GET /api/articles/{id}/related</c>.</summary>
internal static class ArticleApi
{
    private const int MaxRelatedSize = 50;
    private const int DefaultRelatedSize = 10;

    public static void MapArticleApi(this IEndpointRouteBuilder routes)
    {
        var articles = routes.MapGroup("/api/articles").WithTags("articles");
        articles.MapGet("/{id}", GetArticleAsync)
            .WithName("article")
            .WithSummary("An article by its id")
            .WithDescription("The whole article as its publisher gave it, with the items that its editors put beside it.")
            .Produces<Article>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .AddOpenApiOperationTransformer(OpenApiExamples.DescribeArticle);
        articles.MapGet("/{id}/related", GetRelatedAsync)
            .WithName("related")
            .WithSummary("Related reading")
            .WithDescription("Articles to read after this one, best first; neither itself nor its reprints.")
            .Produces<RelatedArticles>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .AddOpenApiOperationTransformer(OpenApiExamples.DescribeRelated);
    }

    private static async Task<Ok<Article>> GetArticleAsync(string id, HttpContext context, ServedArchive archive)
    {
        UnknownParameters.Refuse(context.Request.Query, []);
        id = ArticleAddress.IdOf(context, id);
        var article = await archive.AskAsync((searcher, limit) => searcher.FindArticleAsync(id, limit), context.RequestAborted);
        return TypedResults.Ok(article ?? throw new ProblemException(Problem.UnknownArticle(id)));
    }

    private static async Task<Ok<RelatedArticles>> GetRelatedAsync(string id, HttpContext context, ServedArchive archive)
    {
        UnknownParameters.Refuse(context.Request.Query, ["size"]);
        var size = SearchParameters.ReadNumber(context.Request.Query, "size", 1, MaxRelatedSize, DefaultRelatedSize);
        id = ArticleAddress.IdOf(context, id);
        var hits = await archive.AskAsync((searcher, limit) => searcher.FindRelatedAsync(id, size, limit), context.RequestAborted);
        return TypedResults.Ok(new RelatedArticles(id, hits ?? throw new ProblemException(Problem.UnknownArticle(id))));
    }
}
