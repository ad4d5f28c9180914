using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsSearch.Archive;

namespace NewsSearch.Web.Pages;

/// <summary>The pages for readers: <c>/</c>, also as <c>/search</c>, and <c>/articles/{id}</c>, rendered on the server, without script.</summary>
internal static class PageRoutes
{
    private const int RelatedSize = 10;

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", SearchAsync).ExcludeFromDescription();
        routes.MapGet("/search", SearchAsync).ExcludeFromDescription();
        routes.MapGet("/articles/{id}", ReadArticleAsync).ExcludeFromDescription();
    }

    /// <summary>The page of a problem anywhere but on the search page.</summary>
    public static IResult Error(Problem problem) => Page<ErrorPage>(problem.Status, new() { [nameof(ErrorPage.Problem)] = problem });

    private static async Task<IResult> SearchAsync(HttpContext context, ServedArchive archive)
    {
        var query = new NewsQuery();
        try
        {
            query = Read(context.Request.Query);
            var result = await archive.AskAsync((searcher, limit) => searcher.SearchAsync(query, limit), context.RequestAborted);
            return Page<SearchPage>(StatusCodes.Status200OK, new()
            {
                [nameof(SearchPage.Query)] = query,
                [nameof(SearchPage.Result)] = result,
            });
        }
        catch (Exception exception) when (exception is NewsQueryException or ProblemException)
        {
            return Refusal(context, query, Problem.From(exception));
        }
    }

    /// <summary>The search page with what the reader typed still in the box, so that it can be mended.</summary>
    private static RazorComponentResult<SearchPage> Refusal(HttpContext context, NewsQuery query, Problem problem)
    {
        if (problem.RetryAfterSeconds is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString();
        return Page<SearchPage>(problem.Status, new()
        {
            [nameof(SearchPage.Query)] = query,
            [nameof(SearchPage.Problem)] = problem,
            [nameof(SearchPage.RawText)] = context.Request.Query["q"].ToString(),
        });
    }

    /// <summary>The query in the address of a page.</summary>
    public static NewsQuery Read(IQueryCollection values)
    {
        var query = SearchParameters.Read(values) with { WithFacets = true };
        // Programs may ask for counts without hits; a page of no hits would only puzzle.
        if (query.Size == 0) query = query with { Size = SearchLinks.DefaultSize };
        var isSortGiven = !string.IsNullOrEmpty(values["sort"]);
        return isSortGiven ? query : query with { Sort = SearchLinks.DefaultSort(query.Text) };
    }

    private static async Task<IResult> ReadArticleAsync(string id, HttpContext context, ServedArchive archive)
    {
        id = ArticleAddress.IdOf(context, id);
        var article = await archive.AskAsync((searcher, limit) => searcher.FindArticleAsync(id, limit), context.RequestAborted)
            ?? throw new ProblemException(Problem.UnknownArticle(id));
        var related = await archive.AskAsync((searcher, limit) => searcher.FindRelatedAsync(id, RelatedSize, limit), context.RequestAborted);
        return Page<ArticlePage>(StatusCodes.Status200OK, new()
        {
            [nameof(ArticlePage.Article)] = article,
            [nameof(ArticlePage.Related)] = related ?? [],
        });
    }

    public static RazorComponentResult<TPage> Page<TPage>(int status, Dictionary<string, object?> parameters) where TPage : IComponent =>
        new(parameters) { StatusCode = status, PreventStreamingRendering = true };
}
