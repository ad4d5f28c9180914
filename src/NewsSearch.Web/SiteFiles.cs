using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace NewsSearch.Web;

/// <summary>Style sheet, icon and script of the pages, served from inside the assembly.</summary>
internal static class SiteFiles
{
    private static readonly byte[] StyleSheet = Load("site.css");
    private static readonly byte[] Icon = Load("favicon.svg");
    private static readonly byte[] SuggestScript = Load("suggest.js");

    /// <summary>Address of the style sheet; it changes with the content, so browsers may keep it for ever.</summary>
    public static string StyleSheetUrl { get; } = Versioned("/site.css", StyleSheet);

    public static string IconUrl { get; } = Versioned("/favicon.svg", Icon);

    /// <summary>Address of the script that completes what is typed into the search box.</summary>
    public static string SuggestScriptUrl { get; } = Versioned("/suggest.js", SuggestScript);

    public static void MapSiteFiles(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/site.css", StyleSheet, "text/css; charset=utf-8");
        Map(routes, "/favicon.svg", Icon, "image/svg+xml");
        Map(routes, "/suggest.js", SuggestScript, "text/javascript; charset=utf-8");
    }

    private static void Map(IEndpointRouteBuilder routes, string path, byte[] content, string contentType) => routes
        .MapGet(path, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return TypedResults.Bytes(content, contentType);
        })
        .ExcludeFromDescription();

    private static string Versioned(string path, byte[] content) =>
        $"{path}?v={Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6))}";

    private static byte[] Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("wwwroot/" + name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource wwwroot/{name}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
