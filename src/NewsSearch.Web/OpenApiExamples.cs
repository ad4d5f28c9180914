using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NewsSearch.Archive;

namespace NewsSearch.Web;

/// <summary>Parameters and examples of each operation. The examples are real values of the answered types, so they can't drift from them.</summary>
internal static class OpenApiExamples
{
    private static readonly DateTimeOffset Published = new(2024, 5, 21, 18, 2, 47, TimeSpan.FromHours(8));
    private static readonly ChannelPath Channel = ChannelPath.Parse("新闻频道/国内新闻");

    private static readonly NewsHit Hit = new(
        "a-20240521-07",
        new HighlightedText("滨江新桥今日通车", [new HighlightSpan(2, 2)]),
        new HighlightedText("滨江新桥5月21日上午正式通车，两岸车程缩短二十分钟。", [new HighlightSpan(2, 2)]),
        "滨江日报", Channel, Published, "https://example.org/20240521/07.html", 7.25f);

    private static readonly QueryReading Reading = new(
        "新桥 通车",
        [new ReadUnit("新桥", ReadUnitKind.Characters, []), new ReadUnit("通车", ReadUnitKind.Characters, [])],
        [new QueryNote("partial-match", "没有文章包含全部 2 个检索词，以下的文章包含其中至少 1 个。")]);

    private static readonly Article Article = new()
    {
        Id = Hit.Id,
        Title = Hit.Title.Text,
        Body = "滨江新桥5月21日上午正式通车，两岸车程缩短二十分钟。\n首日通行车辆约三万辆。",
        Source = Hit.Source,
        Channel = Channel,
        PublishedAt = Published,
        Url = Hit.Url,
        Author = "林知远",
        Keywords = ["滨江新桥", "通车"],
        Related = [new EditorialLink("滨江新桥完成荷载试验", "试验历时三天，各项指标合格……", "05-12")],
    };

    public static Task DescribeSearch(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Parameters =
        [
            Query("q", "The reader's words, with the operators that the project's README.md lists; absent means all articles.", Text(maxLength: NewsQuery.MaxTextLength), "新桥 通车"),
            Query("source", "Only articles of this source; repeat it for one of several.", Many(), new JsonArray("滨江日报")),
            Query("channel", "Only articles in this channel or below, names joined by a slash; repeat it for one of several.", Many(), new JsonArray("新闻频道/国内新闻")),
            Query("from", "First day of publication, yyyy-MM-dd, or a month, yyyy-MM.", Text(), "2024-05-01"),
            Query("to", "Last day of publication, yyyy-MM-dd, or a month, yyyy-MM.", Text(), "2024-05"),
            Query("sort", "Order of the hits; articles without a date come last when sorted by date.", Choice("relevance", "newest", "oldest"), "relevance"),
            Query("size", "Hits a page.", Number(0, NewsQuery.MaxSize, 10), 10),
            Query("page", $"Which page, from 1; page × size may not exceed {NewsQuery.MaxRank}.", Number(1, NewsQuery.MaxRank, 1), 1),
            Query("facets", "Whether to count all matches by source, channel and month.", new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = true }, true),
            Query("freshness", "Whether newer articles are raised a little when sorted by relevance.", new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = true }, true),
        ];
        return Answer(operation, new NewsResult(
            "新桥 通车", Reading, 1, 1, 10, 1.8, [Hit],
            new NewsFacets([new("滨江日报", 1)], [new("新闻频道", 1), new("新闻频道/国内新闻", 1)], [new("2024-05", 1)]), null));
    }

    public static Task DescribeSuggest(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Parameters =
        [
            Query("prefix", "What was typed so far: characters, pinyin, its first letters or a mixture.", Text(maxLength: 100), "binj"),
            Query("size", "How many at most.", Number(1, 20, 10), 10),
        ];
        return Answer(operation, new SuggestResult("binj",
        [
            new("滨江新桥", SuggestionKind.Keyword, "滨江新桥", 12),
            new("滨江日报", SuggestionKind.Source, "来源:滨江日报", 31),
            new("滨江新桥今日通车", SuggestionKind.Title, "\"滨江新桥今日通车\"", 1),
        ]));
    }

    public static Task DescribeArticle(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        DescribeId(operation);
        return Answer(operation, Article);
    }

    public static Task DescribeRelated(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        DescribeId(operation);
        operation.Parameters!.Add(Query("size", "How many at most.", Number(1, 50, 10), 10));
        var next = Hit with { Id = "a-20240523-02", Title = new HighlightedText("滨江新桥通车首日车流平稳", []) };
        return Answer(operation, new RelatedArticles(Hit.Id, [next]));
    }

    public static Task DescribeSources(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken) =>
        Answer(operation, new ArchiveSummary(120, new DateOnly(2021, 11, 3), new DateOnly(2024, 5, 21), [new("滨江日报", 31), new("海岸晚报", 18)], [new("2024-03", 57), new("2024-04", 0), new("2024-05", 63)], 0));

    private static void DescribeId(OpenApiOperation operation)
    {
        var id = operation.Parameters!.OfType<OpenApiParameter>().Single(parameter => parameter.Name == "id");
        id.Description = "The article's id as search results give it, percent-encoded.";
        id.Example = Hit.Id;
    }

    private static Task Answer<T>(OpenApiOperation operation, T example)
    {
        operation.Responses!["200"].Content!["application/json"].Example = JsonSerializer.SerializeToNode(example, NewsJson.Options);
        return Task.CompletedTask;
    }

    private static OpenApiParameter Query(string name, string description, OpenApiSchema schema, JsonNode example) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = schema,
        Example = example,
    };

    private static OpenApiSchema Text(int? maxLength = null) => new() { Type = JsonSchemaType.String, MaxLength = maxLength };

    private static OpenApiSchema Many() => new() { Type = JsonSchemaType.Array, Items = Text() };

    private static OpenApiSchema Choice(params string[] values) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. values.Select(value => JsonValue.Create(value))],
        Default = values[0],
    };

    private static OpenApiSchema Number(int least, int most, int otherwise) => new()
    {
        Type = JsonSchemaType.Integer,
        Minimum = least.ToString(),
        Maximum = most.ToString(),
        Default = otherwise,
    };
}
