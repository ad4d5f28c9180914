using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NewsSearch.Web;

/// <summary>Answers HEAD wherever GET is answered, as HTTP asks of every server; routing knows only GET.</summary>
internal static class HeadRequests
{
    /// <summary>To be used before routing.</summary>
    public static void UseHeadRequests(this WebApplication application) => application.Use((context, next) =>
    {
        // The server keeps the method as it was sent and leaves out the body by itself.
        if (HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
        return next(context);
    });
}
