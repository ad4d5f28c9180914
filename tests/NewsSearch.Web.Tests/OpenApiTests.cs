using System.Text.Json;
using NewsSearch.Web.Tests.Support;

namespace NewsSearch.Web.Tests;

public sealed class OpenApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task The_document_describes_every_operation_with_a_summary()
    {
        var document = await GetDocumentAsync();

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString());
        var paths = document.GetProperty("paths").EnumerateObject().ToList();
        Assert.Equal(
            ["/api/articles/{id}", "/api/articles/{id}/related", "/api/articles/{id}/why", "/api/search", "/api/sources", "/api/suggest", "/health/live", "/health/ready"],
            paths.Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.All(paths, path => Assert.NotEmpty(path.Value.GetProperty("get").GetProperty("summary").GetString()!));
    }

    [Fact]
    public async Task The_parameters_of_search_are_those_that_it_takes_each_with_description_and_example()
    {
        var parameters = (await GetDocumentAsync()).GetProperty("paths").GetProperty("/api/search").GetProperty("get").GetProperty("parameters");

        Assert.Equal(SearchParameters.Names, parameters.EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.All(parameters.EnumerateArray(), parameter =>
        {
            Assert.Equal("query", parameter.GetProperty("in").GetString());
            Assert.NotEmpty(parameter.GetProperty("description").GetString()!);
            Assert.NotEqual(JsonValueKind.Undefined, parameter.GetProperty("example").ValueKind);
        });
    }

    [Fact]
    public async Task The_examples_of_parameters_are_accepted()
    {
        var parameters = (await GetDocumentAsync()).GetProperty("paths").GetProperty("/api/search").GetProperty("get").GetProperty("parameters");
        var query = parameters.EnumerateArray().SelectMany(parameter =>
        {
            var example = parameter.GetProperty("example");
            var values = example.ValueKind == JsonValueKind.Array ? example.EnumerateArray().ToArray() : [example];
            return values.Select(value => $"{parameter.GetProperty("name").GetString()}={Uri.EscapeDataString(value.ToString().Replace("True", "true"))}");
        });

        var result = await server.GetJsonAsync("/api/search?" + string.Join('&', query));
        Assert.Equal(1, result.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("/api/search", "/api/search?q=新桥&size=1")]
    [InlineData("/api/articles/{id}", "/api/articles/bridge-1")]
    [InlineData("/api/articles/{id}/related", "/api/articles/bridge-1/related?size=1")]
    [InlineData("/api/articles/{id}/why", "/api/articles/bridge-1/why?q=新桥")]
    [InlineData("/api/sources", "/api/sources")]
    [InlineData("/api/suggest", "/api/suggest?prefix=滨江")]
    public async Task The_example_of_an_answer_has_the_members_of_a_real_one(string path, string request)
    {
        var response = (await GetDocumentAsync()).GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty("200");
        var example = response.GetProperty("content").GetProperty("application/json").GetProperty("example");

        Assert.Equal(MembersOf(await server.GetJsonAsync(request)), MembersOf(example));
    }

    private static IEnumerable<string> MembersOf(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private async Task<JsonElement> GetDocumentAsync() =>
        JsonSerializer.Deserialize<JsonElement>(await server.Client.GetStringAsync("/openapi/v1.json"));
}
