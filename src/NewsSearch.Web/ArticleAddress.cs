using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NewsSearch.Web;

/// <summary>The id of an article as a segment of a path, there and back, whatever characters it has.</summary>
internal static class ArticleAddress
{
    private const string EscapedSlash = "%2F";

    /// <summary>Path of the page of an article.</summary>
    public static string PageOf(string id) => "/articles/" + Uri.EscapeDataString(id);

    /// <summary>The id in the address of a page of an article, as a reader copies it from the browser; null if it is no such address.</summary>
    public static string? IdInPage(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url)) return null;
        var isPage = url.AbsolutePath.StartsWith("/articles/", StringComparison.OrdinalIgnoreCase) && url.Segments.Length == 3;
        return isPage ? Uri.UnescapeDataString(url.Segments[2].TrimEnd('/')) : null;
    }

    /// <summary>
    /// The id in the address of this request. Routing leaves an escaped slash escaped, so that a/b and a%2Fb look alike
    /// to it; only the address as it was sent tells them apart.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="routed">The id as routing found it.</param>
    public static string IdOf(HttpContext context, string routed)
    {
        if (!routed.Contains(EscapedSlash, StringComparison.OrdinalIgnoreCase)) return routed;
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.Split('?')[0].TrimEnd('/');
        var segments = path.Split('/');
        // Routing takes upper and lower case alike.
        var articles = Array.FindLastIndex(segments, segment => segment.Equals("articles", StringComparison.OrdinalIgnoreCase));
        return articles >= 0 && articles + 1 < segments.Length ? Uri.UnescapeDataString(segments[articles + 1]) : routed;
    }
}
