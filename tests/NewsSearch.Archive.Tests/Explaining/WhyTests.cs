using NewsSearch.Archive.Explaining;
using NewsSearch.Archive.Searching;
using NewsSearch.Archive.Tests.Querying;
using static NewsSearch.Archive.Tests.Querying.SmallArchive;

namespace NewsSearch.Archive.Tests.Explaining;

/// <summary>An article that comes: its rank, and the parts of its score.</summary>
public sealed class WhyTests : IDisposable
{
    private readonly SmallArchive _archive = new(
        Article("澜江大桥通车", "澜江大桥今天通车，AI2024 系统同时启用。", "澜江日报", "新闻频道/国内新闻", "2024-05-21"),
        Article("两岸往来方便", "通车之后，澜江上的大桥让两岸往来只要十分钟。", "云岫晚报", "新闻频道", "2024-05-01"),
        Article("火星观测站", "观测站在大桥旁边。王毅出席。", "云岫晚报", "科技频道", "2023-01-02"),
        Article("无日期", "大桥"));

    public void Dispose() => _archive.Dispose();

    public static TheoryData<string> Texts =>
    [
        "大桥", "大桥 通车", "澜江大桥通车", "澜江大桥火星", "\"大桥今天\"", "标题:大桥", "大桥 near/9 通车", "AI20*", "(火星 OR 通车) -木星", "《澜江》 通车", "王毅", "大桥 来源:云岫晚报",
        "大桥 火星 木星 土星", "通车 两岸 木星", "观测站 王毅 出席 木星", "澜",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Rank_and_score_are_those_of_the_search_and_the_parts_add_up_to_the_score(string text)
    {
        var result = _archive.Search(text);

        Assert.NotEmpty(result.Hits);
        for (var i = 0; i < result.Hits.Count; i++)
        {
            var why = _archive.Explain(result.Hits[i].Id, text);
            Assert.Equal((i + 1, result.Total), (why.Rank, why.Total));
            Assert.Equal(result.Hits[i].Score, why.Score, 1e-3f);
            Assert.Equal(why.Score, why.Parts.Sum(part => part.Score), 1e-3f);
            Assert.All(why.Parts, part => Assert.NotEqual(ScorePartKind.Other, part.Kind));
            Assert.All(why.Parts, part => Assert.NotEmpty(part.Message));
            Assert.Equal(result.Reading.Text, why.Reading.Text);
        }
    }

    [Fact]
    public void A_part_says_what_matched_where()
    {
        var parts = _archive.Explain("澜江大桥通车", "澜江大桥通车").Parts;

        foreach (var place in new[] { ArticlePlace.Title, ArticlePlace.Body })
        {
            foreach (var unit in new[] { "大桥", "通车" }) Assert.Contains(parts, part => part is { Kind: ScorePartKind.Word } && part.Text == unit && part.Place == place);
            Assert.Contains(parts, part => part is { Kind: ScorePartKind.Near } && part.Place == place);
        }

        Assert.Contains(parts, part => part is { Kind: ScorePartKind.Exact, Text: "澜江大桥通车", Place: ArticlePlace.Title, Message: "标题里原样出现“澜江大桥通车”" });
        Assert.Contains(parts, part => part is { Kind: ScorePartKind.Freshness, Place: null, Score: > 0 });
    }

    [Fact]
    public void Freshness_is_no_part_where_it_is_switched_off_or_there_is_no_date()
    {
        var query = new NewsQuery { Text = "大桥" };

        Assert.DoesNotContain(_archive.Explain("澜江大桥通车", query with { IsFreshnessCounted = false }).Parts, part => part.Kind == ScorePartKind.Freshness);
        Assert.DoesNotContain(_archive.Explain("无日期", query).Parts, part => part.Kind == ScorePartKind.Freshness);
    }

    [Fact]
    public void Sorted_by_date_an_article_has_a_rank_and_no_score()
    {
        var why = _archive.Explain("火星观测站", new NewsQuery { Text = "大桥", Sort = NewsSort.Oldest });

        Assert.Equal((1, 0f), (why.Rank, why.Score));
        Assert.Empty(why.Parts);
    }

    [Fact]
    public void The_page_that_is_asked_for_makes_no_difference()
    {
        var query = new NewsQuery { Text = "大桥" };

        var (first, other) = (_archive.Explain("无日期", query), _archive.Explain("无日期", query with { Page = 7, Size = 1 }));
        Assert.Equal((first.Rank, first.Score), (other.Rank, other.Score));
        Assert.NotNull(_archive.Explain("无日期", query with { Size = 0 }).Rank);
    }

    [Fact]
    public void All_conditions_of_an_article_that_comes_are_met()
    {
        var why = _archive.Explain("澜江大桥通车", new NewsQuery { Text = "标题:大桥 \"今天通车\" -火星", Sources = ["澜江日报"] });

        Assert.Equal(ExplanationOutcome.Found, why.Outcome);
        Assert.Equal(
            [ConditionKind.Unit, ConditionKind.Quoted, ConditionKind.Excluded, ConditionKind.Source], why.Conditions.Select(condition => condition.Kind));
        Assert.All(why.Conditions, condition => Assert.True(condition is { IsMet: true, Reason: null }));
        Assert.Contains("排在第 1 位（共 1 篇）", why.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_that_comes_only_because_the_query_was_loosened_says_what_it_lacks()
    {
        var why = _archive.Explain("火星观测站", "大桥 火星 木星");

        Assert.Equal(ExplanationOutcome.FoundAfterLoosening, why.Outcome);
        Assert.Equal("木星", why.Unmet().Text);
        Assert.Contains("标题和正文里都没有“木星”", why.Message, StringComparison.Ordinal);
        Assert.NotNull(why.Rank);
    }

    [Fact]
    public void What_meets_all_conditions_leads_and_says_so()
    {
        var why = _archive.Explain("澜江大桥通车", "澜江大桥通车");
        var behind = _archive.Explain("无日期", "澜江大桥通车");

        Assert.Equal((ExplanationOutcome.Found, 1), (why.Outcome, why.Rank));
        Assert.Contains(why.Parts, part => part is { Kind: ScorePartKind.StricterMatch, Score: > 0 });
        Assert.Equal(ExplanationOutcome.FoundAfterLoosening, behind.Outcome);
        Assert.DoesNotContain(behind.Parts, part => part.Kind == ScorePartKind.StricterMatch);
    }

    [Fact]
    public async Task An_equivalent_of_the_dictionary_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(_archive.Folder, "dictionary.txt"), "澜江大桥 = 跨江一号");
        using var again = LocalNewsSearcher.Open(_archive.Folder);
        var why = (await again.ExplainAsync(new NewsQuery { Text = "跨江一号" }, "澜江大桥通车", CancellationToken.None))!;

        Assert.Equal(1, why.Rank);
        Assert.Equal(["澜江大桥"], Assert.Single(why.Reading.Units).Equivalents);
        Assert.Contains(why.Parts, part => part.Text == "澜江大桥");
    }
}
