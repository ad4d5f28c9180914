using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsSearch.Archive;

namespace NewsSearch.Web;

/// <summary><c>GET /health/live</c>: the program runs. <c>GET /health/ready</c>: the archive answers.</summary>
internal static class HealthApi
{
    public static void MapHealthApi(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("health");
        health.MapGet("/live", () => TypedResults.Ok(new HealthStatus("live", null)))
            .WithName("live")
            .WithSummary("Whether the program runs")
            .Produces<HealthStatus>();
        health.MapGet("/ready", GetReadyAsync)
            .WithName("ready")
            .WithSummary("Whether the archive answers")
            .Produces<HealthStatus>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Ok<HealthStatus>> GetReadyAsync(HttpContext context, ServedArchive archive)
    {
        // The cheapest real question: how many articles there are, none of them fetched.
        var all = new NewsQuery { Size = 0, WithFacets = false };
        var result = await archive.AskAsync((searcher, limit) => searcher.SearchAsync(all, limit), context.RequestAborted);
        return TypedResults.Ok(new HealthStatus("ready", result.Total));
    }
}
