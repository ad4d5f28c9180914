using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace NewsSearch.Web;

/// <summary>The OpenAPI document as a whole: what the API is and what its errors look like.</summary>
internal static class OpenApiDocumentation
{
    public static void AddNewsOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "NewsSearch",
                Version = "v1",
                Description = """
                    Full-text search in an archive of Chinese news. JSON in UTF-8, names in camelCase, times in ISO 8601 with the
                    publisher's own offset; days and months are those of the publisher's calendar, never UTC days.
                    Errors are RFC 9457 problem details (application/problem+json): `detail` says in Chinese what is wrong and what to do,
                    `parameter` names the parameter at fault. Unknown parameters are refused, so that a misspelt filter never passes unnoticed.
                    """,
            };
            return Task.CompletedTask;
        }));
}
