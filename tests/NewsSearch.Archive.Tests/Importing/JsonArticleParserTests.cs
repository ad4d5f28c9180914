using System.Text;
using NewsSearch.Archive.Importing;

namespace NewsSearch.Archive.Tests.Importing;

/// <summary>Each field as it comes in and as it is kept, and each thing that can be wrong with it, in words.</summary>
public sealed class JsonArticleParserTests
{
    private const string Needed = """ "id":"a","title":"t","body":"b" """;

    [Fact]
    public void Every_field_is_read()
    {
        var article = Parse("""
            {"id": "lj-7", "title": "  澜江港迎来渡轮\u3000", "body": "\u3000\u3000第一段。 \r\n\r\n\u3000\u3000第二段。\n\n\n第三段。\n", "source": "\u200b澜江日报 ",
             "channel": "新闻频道 » 地方新闻", "publishedAt": "2024-05-21T18:02:47+08:00", "url": "https://example.com/7", "author": "江小渡",
             "keywords": ["氢能", " 渡轮 ", "", "氢能"], "related": [{"title": "扩建完工", "snippet": "三年施工...", "date": "05-20"}, {"title": "只有标题"}]}
            """);
        Assert.Equal(("lj-7", "澜江港迎来渡轮", "第一段。\n第二段。\n第三段。"), (article.Id, article.Title, article.Body));
        Assert.Equal(("澜江日报", "新闻频道/地方新闻"), (article.Source, article.Channel.Text));
        Assert.Equal(new DateTimeOffset(2024, 5, 21, 18, 2, 47, TimeSpan.FromHours(8)), article.PublishedAt);
        Assert.Equal(("https://example.com/7", "江小渡"), (article.Url, article.Author));
        Assert.Equal(["氢能", "渡轮"], article.Keywords);
        Assert.Equal([new("扩建完工", "三年施工...", "05-20"), new("只有标题", null, null)], article.Related);
    }

    [Fact]
    public void What_is_optional_may_be_absent_null_or_blank()
    {
        foreach (var value in new[] { null, "null", "\"\"", "\"　 \"" })
        {
            string[] names = ["source", "channel", "publishedAt", "url", "author", "keywords"];
            var optional = value is null ? "" : string.Concat(names.Select(name => $",\"{name}\":{value}"));
            var article = Parse($"{{{Needed}{optional}}}");
            Assert.True(article.Source is null && article.PublishedAt is null && article.Url is null && article.Author is null);
            Assert.True(article.Channel.IsNone);
            Assert.Empty(article.Keywords);
            Assert.Empty(article.Related);
        }
    }

    [Fact]
    public void A_channel_may_be_an_array_of_names() =>
        Assert.Equal("新闻频道/国内新闻", Parse($$"""{{{Needed}},"channel":["新闻频道"," 国内新闻",""]}""").Channel.Text);

    [Theory]
    [InlineData("渡轮;氢能")]
    [InlineData("渡轮, 氢能,")]
    [InlineData("渡轮；氢能；渡轮")]
    [InlineData("渡轮，氢能")]
    [InlineData("渡轮、氢能")]
    public void Keywords_may_be_one_text(string keywords) =>
        Assert.Equal(["渡轮", "氢能"], Parse($$"""{{{Needed}},"keywords":"{{keywords}}"}""").Keywords);

    [Fact]
    public void Unknown_names_are_ignored_and_the_last_of_equal_names_counts()
    {
        var article = Parse($$"""{"title":1,{{Needed}},"views":[{"n":1}],"":null,"title":"last"}""");
        Assert.Equal("last", article.Title);
    }

    [Theory]
    [InlineData("""{"title":"t","body":"b"}""", "has no id")]
    [InlineData("""{"id":null,"title":"t","body":"b"}""", "has no id")]
    [InlineData("""{"id":" ","title":"t","body":"b"}""", "has no id")]
    [InlineData("""{"id":7,"title":"t","body":"b"}""", "id is a number, expected text")]
    [InlineData("""{"id":"a\u0007b","title":"t","body":"b"}""", "id has the control character U+0007")]
    [InlineData("""{"id":"a\u0085b","title":"t","body":"b"}""", "id has the control character U+0085")]
    [InlineData("""{"id":"a","tilte":"t","body":"b"}""", "has no title")]
    [InlineData("""{"id":"a","title":"\u3000\u200b\n","body":"b"}""", "has no title")]
    [InlineData("""{"id":"a","title":3.5,"body":"b"}""", "title is a number, expected text")]
    [InlineData("""{"id":"a","title":true,"body":"b"}""", "title is true, expected text")]
    [InlineData("""{"id":"a","title":["t"],"body":"b"}""", "title is an array, expected text")]
    [InlineData("""{"id":"a","title":"t"}""", "has no body")]
    [InlineData("""{"id":"a","title":"t","body":" \n\u3000\r\n"}""", "has no body")]
    [InlineData("""{"id":"a","title":"t","body":{}}""", "body is an object, expected text")]
    [InlineData("[]", "is an array, expected a JSON object")]
    [InlineData("\"text\"", "is text, expected a JSON object")]
    [InlineData("null", "is null, expected a JSON object")]
    public void Without_id_title_or_body_it_is_no_article(string json, string problem) => Assert.Equal(problem, Problem(json));

    [Theory]
    [InlineData("\"source\":1", "source is a number, expected text")]
    [InlineData("\"channel\":1", "channel is a number, expected text or an array of texts")]
    [InlineData("\"channel\":[\"a\",{}]", "channel[1] is an object, expected text")]
    [InlineData("\"url\":[]", "url is an array, expected text")]
    [InlineData("\"author\":false", "author is false, expected text")]
    [InlineData("\"keywords\":1", "keywords is a number, expected an array of texts or one text")]
    [InlineData("\"keywords\":[\"a\",null]", "keywords[1] is null, expected text")]
    [InlineData("\"related\":{}", "related is an object, expected an array of objects")]
    [InlineData("\"related\":[{\"title\":\"a\"},\"b\"]", "related[1] is text, expected an object")]
    [InlineData("\"related\":[{\"snippet\":\"a\"}]", "related[0] has no title")]
    [InlineData("\"related\":[{\"title\":\"a\",\"date\":522}]", "related[0].date is a number, expected text")]
    [InlineData("\"publishedAt\":1716285767", "publishedAt is a number, expected text")]
    [InlineData("\"publishedAt\":\"2024-13-01T00:00:00Z\"", "publishedAt \"2024-13-01T00:00:00Z\" is no time in the calendar with an offset of at most 14 hours")]
    [InlineData("\"publishedAt\":\"2024-05-21T18:02:47\"", "publishedAt \"2024-05-21T18:02:47\" has no offset from UTC such as +08:00")]
    [InlineData("\"publishedAt\":\"yesterday\"", "publishedAt \"yesterday\" is no ISO 8601 time with offset such as 2024-05-21T18:02:47+08:00")]
    public void A_field_of_the_wrong_kind_is_named(string field, string problem) => Assert.Equal(problem, Problem($"{{{Needed},{field}}}"));

    [Theory]
    [InlineData("id", 512)]
    [InlineData("title", 2_000)]
    [InlineData("body", 4 << 20)]
    [InlineData("source", 256)]
    [InlineData("channel", 1_024)]
    [InlineData("url", 4_096)]
    [InlineData("author", 512)]
    public void A_field_may_be_as_long_as_allowed_and_no_longer(string name, int most)
    {
        Assert.Null(Problem($$"""{{{Needed}},"{{name}}":"{{new string('x', most)}}"}"""));
        Assert.Equal($"{name} has {most + 1:N0} characters, at most {most:N0} are allowed",
            Problem($$"""{{{Needed}},"{{name}}":"{{new string('x', most + 1)}}"}"""));
    }

    [Theory]
    [InlineData("keywords", "[\"a\",\"{0}\"]", 256, "keywords[1]")]
    [InlineData("related", "[{{\"title\":\"{0}\"}}]", 2_000, "related[0].title")]
    [InlineData("related", "[{{\"title\":\"a\",\"snippet\":\"{0}\"}}]", 20_000, "related[0].snippet")]
    [InlineData("related", "[{{\"title\":\"a\",\"date\":\"{0}\"}}]", 64, "related[0].date")]
    public void An_item_may_be_as_long_as_allowed_and_no_longer(string name, string value, int most, string what)
    {
        Assert.Null(Problem($"{{{Needed},\"{name}\":{string.Format(value, new string('x', most))}}}"));
        Assert.Equal($"{what} has {most + 1:N0} characters, at most {most:N0} are allowed",
            Problem($"{{{Needed},\"{name}\":{string.Format(value, new string('x', most + 1))}}}"));
    }

    [Theory]
    [InlineData("keywords", "\"k{0}\"")]
    [InlineData("channel", "\"\"")]
    [InlineData("related", "{{\"title\":\"t\"}}")]
    public void An_array_may_be_as_long_as_allowed_and_no_longer(string name, string item)
    {
        string Array(int count) => string.Join(',', Enumerable.Range(0, count).Select(i => string.Format(item, i)));
        Assert.Null(Problem($"{{{Needed},\"{name}\":[{Array(1_000)}]}}"));
        Assert.Equal($"{name} has 1,001 items, at most 1,000 are allowed", Problem($"{{{Needed},\"{name}\":[{Array(1_001)}]}}"));
    }

    [Fact]
    public void Keywords_in_one_text_may_be_as_long_as_allowed_and_no_longer()
    {
        Assert.Null(Problem($$"""{{{Needed}},"keywords":"{{new string(';', 20_000)}}"}"""));
        Assert.Equal("keywords has 20,001 characters, at most 20,000 are allowed",
            Problem($$"""{{{Needed}},"keywords":"{{new string(';', 20_001)}}"}"""));
        Assert.Equal("keywords has 1,001 items, at most 1,000 are allowed",
            Problem($$"""{{{Needed}},"keywords":"{{string.Join(';', Enumerable.Range(0, 1_001))}}"}"""));
    }

    [Theory]
    [InlineData("""{"id":"a" "title":"t"}""", 11)]
    [InlineData("""{"id":"a",}""", 11)]
    [InlineData("""{"id":"a"}x""", 11)]
    [InlineData("""{"id":"\x"}""", 9)]
    [InlineData("""{"id":"a""", 9)]
    [InlineData("""// a comment""", 1)]
    public void What_is_no_JSON_is_refused_with_the_place(string json, int place)
    {
        var problem = Problem(json)!;
        Assert.StartsWith("not JSON: ", problem);
        Assert.EndsWith($" at byte {place}", problem);
        Assert.DoesNotContain("LineNumber", problem);
    }

    [Fact]
    public void Nesting_has_a_limit()
    {
        Assert.Null(Problem($"{{{Needed},\"x\":{new string('[', 60)}{new string(']', 60)}}}"));
        Assert.StartsWith("not JSON: ", Problem($"{{{Needed},\"x\":{new string('[', 100_000)}{new string(']', 100_000)}}}"));
    }

    [Theory]
    [InlineData("""{"id":"a","title":"t","body":"b \ud800 c"}""", "a lone surrogate \\ud800 in body, at byte 33")]
    [InlineData("""{"id":"a","title":"t\udc00","body":"b"}""", "a lone surrogate \\udc00 in title, at byte 21")]
    [InlineData("""{"id":"a","title":"\ud83d\ud83d\ude00","body":"b"}""", "a lone surrogate \\ud83d in title, at byte 20")]
    [InlineData("""{"id":"a","related":[{"title":"x\uDBFF"}]}""", "a lone surrogate \\udbff in related, at byte 33")]
    [InlineData("""{"id":"a","t\ud800":"t"}""", "a lone surrogate \\ud800 in the name of a field, at byte 13")]
    [InlineData("\"\\ud800\"", "a lone surrogate \\ud800 in the line, at byte 2")]
    public void Half_a_character_is_refused_with_its_place(string json, string problem) => Assert.Equal(problem, Problem(json));

    [Fact]
    public void Whole_characters_and_escaped_backslashes_are_no_surrogates()
    {
        var article = Parse("""{"id":"a\\ud800","title":"\u6e21\u8f6e \ud83d\ude00","body":"\\\\\ud83d\ude00\\\"\u006e"}""");
        Assert.Equal(("a\\ud800", "渡轮 😀", "\\\\😀\\\"n"), (article.Id, article.Title, article.Body));
    }

    private static Article Parse(string json)
    {
        var article = JsonArticleParser.Parse(Encoding.UTF8.GetBytes(json), out var problem);
        Assert.Null(problem);
        return article!;
    }

    private static string? Problem(string json)
    {
        var article = JsonArticleParser.Parse(Encoding.UTF8.GetBytes(json), out var problem);
        Assert.Equal(problem is null, article is not null);
        return problem;
    }
}
