using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsSearch.Archive;

namespace NewsSearch.Web.Pages;

/// <summary>The page <c>/why?id=…</c> with the parameters of a search: why an article is among its results, or why not.</summary>
internal static class WhyRoutes
{
    public static void MapWhyPage(this IEndpointRouteBuilder routes) => routes.MapGet("/why", ExplainAsync).ExcludeFromDescription();

    /// <summary>Address of the page for an article and a search.</summary>
    public static string Url(string id, NewsQuery query)
    {
        var search = SearchLinks.Url(query with { Page = 1 });
        return $"/why?id={Uri.EscapeDataString(id)}{(search.Length > 1 ? "&" + search[2..] : "")}";
    }

    private static async Task<IResult> ExplainAsync(HttpContext context, ServedArchive archive)
    {
        var query = new NewsQuery();
        var given = context.Request.Query["id"].ToString().Trim();
        try
        {
            query = PageRoutes.Read(context.Request.Query);
            var id = ArticleAddress.IdInPage(given) ?? given;
            var explanation = given.Length == 0 ? null : await archive.AskAsync(
                async (searcher, limit) => await searcher.ExplainAsync(query, given, limit) ?? (id == given ? null : await searcher.ExplainAsync(query, id, limit)),
                context.RequestAborted);
            return PageRoutes.Page<WhyPage>(explanation is null && given.Length > 0 ? StatusCodes.Status404NotFound : StatusCodes.Status200OK, new()
            {
                [nameof(WhyPage.Id)] = given,
                [nameof(WhyPage.Query)] = query,
                [nameof(WhyPage.Explanation)] = explanation,
            });
        }
        catch (Exception exception) when (exception is NewsQueryException or ProblemException)
        {
            return Refusal(context, given, query, Problem.From(exception));
        }
    }

    private static RazorComponentResult<WhyPage> Refusal(HttpContext context, string given, NewsQuery query, Problem problem)
    {
        if (problem.RetryAfterSeconds is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString();
        return PageRoutes.Page<WhyPage>(problem.Status, new()
        {
            [nameof(WhyPage.Id)] = given,
            [nameof(WhyPage.Query)] = query,
            [nameof(WhyPage.Problem)] = problem,
            [nameof(WhyPage.RawText)] = context.Request.Query["q"].ToString(),
        });
    }
}
