using Microsoft.AspNetCore.Builder;

namespace NewsSearch.Web;

/// <summary>Headers that keep a browser from doing more with an answer than show it.</summary>
internal static class SecurityHeaders
{
    /// <summary>
    /// The pages load a style sheet, an icon and a script of their own, which asks this server for suggestions; no other script runs,
    /// whatever an article contains.
    /// </summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication application) => application.Use((context, next) =>
    {
        // On starting, because an error page begins by clearing the headers set so far.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
