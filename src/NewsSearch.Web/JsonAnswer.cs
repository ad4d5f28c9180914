using Microsoft.AspNetCore.Http;

namespace NewsSearch.Web;

/// <summary>JSON that is written already, with a tag by which a browser or proxy asks whether it still holds.</summary>
/// <param name="json">UTF-8, or null where whoever asks has it.</param>
/// <param name="tag">Value of ETag.</param>
internal sealed class JsonAnswer(ReadOnlyMemory<byte>? json, string tag) : IResult
{
    public const string ContentType = "application/json; charset=utf-8";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ETag = tag;
        // It may be kept, but not shown again without asking: the archive may have changed.
        response.Headers.CacheControl = "no-cache";
        if (json is not { } bytes)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = ContentType;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
