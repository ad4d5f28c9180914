using NewsSearch.Archive.Explaining;
using NewsSearch.Archive.Tests.Querying;
using static NewsSearch.Archive.Tests.Querying.SmallArchive;

namespace NewsSearch.Archive.Tests.Explaining;

/// <summary>Each reason for which an article does not come.</summary>
public sealed class WhyNotTests : IDisposable
{
    private readonly SmallArchive _archive = new(
        Article("甲", "澜江大桥今日合龙。这座桥建了四年，工人们在江上过了三个春节。通车之后两岸往来只要十分钟。", "澜江日报", "新闻频道/国内新闻", "2024-05-21"),
        Article("乙", "澜江大桥通车。"),
        Article("丙", "澜江大桥火星观测站通车。", "云岫晚报", "科技频道", "2023-01-02"));

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void A_word_that_is_neither_in_title_nor_body()
    {
        var why = _archive.Explain("甲", "大桥 火星");

        Assert.Equal(ExplanationOutcome.NotLoosenedEnough, why.Outcome);
        AssertUnmet(why, ConditionKind.Unit, UnmetReason.Missing, "火星");
        Assert.Equal("标题和正文里都没有“火星”", why.Unmet().Message);
        Assert.True(why.Unmet().CanBeLoosened);
        Assert.Equal([ArticlePlace.Body], why.Conditions[0].Places);
        Assert.Null(why.Rank);
        Assert.Empty(why.Parts);
    }

    [Fact]
    public void A_text_in_quotes()
    {
        var why = _archive.Explain("甲", "\"大桥通车\"");

        Assert.Equal(ExplanationOutcome.KeptOut, why.Outcome);
        AssertUnmet(why, ConditionKind.Quoted, UnmetReason.Missing, "大桥通车");
        Assert.Contains("“大桥通车”", why.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_in_its_marks() => AssertUnmet(_archive.Explain("甲", "《火星》"), ConditionKind.Quoted, UnmetReason.Missing, "火星");

    [Theory]
    [InlineData("大桥 -合龙", "合龙")]
    [InlineData("大桥 -\"今日合龙\"", "\"今日合龙\"")]
    public void An_excluded_text_that_is_there(string text, string excluded)
    {
        var why = _archive.Explain("甲", text);

        AssertUnmet(why, ConditionKind.Excluded, UnmetReason.Present, excluded);
        Assert.Equal([ArticlePlace.Body], why.Unmet().Places);
        Assert.StartsWith("正文里有被排除的", why.Unmet().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_source()
    {
        foreach (var query in new NewsQuery[] { new() { Text = "大桥 来源:云岫晚报" }, new() { Text = "大桥", Sources = ["云岫晚报"] } })
        {
            AssertUnmet(_archive.Explain("甲", query), ConditionKind.Source, UnmetReason.OtherValue, "云岫晚报");
            Assert.Equal("文章的来源是“澜江日报”，检索要求：云岫晚报", _archive.Explain("甲", query).Unmet().Message);
            AssertUnmet(_archive.Explain("乙", query), ConditionKind.Source, UnmetReason.NoValue, "云岫晚报");
        }
    }

    [Fact]
    public void Another_channel()
    {
        foreach (var query in new NewsQuery[] { new() { Text = "大桥 频道:科技频道" }, new() { Text = "大桥", Channels = [ChannelPath.Parse("科技频道")] } })
        {
            AssertUnmet(_archive.Explain("甲", query), ConditionKind.Channel, UnmetReason.OtherValue, "科技频道");
            AssertUnmet(_archive.Explain("乙", query), ConditionKind.Channel, UnmetReason.NoValue, "科技频道");
        }
    }

    [Fact]
    public void Another_date()
    {
        foreach (var query in new NewsQuery[] { new() { Text = "大桥 date:2023" }, new() { Text = "大桥", From = new(2023, 1, 1), To = new(2023, 12, 31) } })
        {
            AssertUnmet(_archive.Explain("甲", query), ConditionKind.Date, UnmetReason.OtherValue, "2023-01-01 至 2023-12-31");
            Assert.Contains("2024-05-21", _archive.Explain("甲", query).Message, StringComparison.Ordinal);
            AssertUnmet(_archive.Explain("乙", query), ConditionKind.Date, UnmetReason.NoValue, "2023-01-01 至 2023-12-31");
        }
    }

    [Theory]
    [InlineData("标题:大桥", ConditionKind.Unit, "大桥")]
    [InlineData("标题:\"大桥今日\"", ConditionKind.Quoted, "大桥今日")]
    public void A_text_that_is_only_in_the_body(string text, ConditionKind kind, string missing)
    {
        var why = _archive.Explain("甲", text);

        AssertUnmet(why, kind, UnmetReason.OnlyInBody, missing);
        Assert.Equal([ArticlePlace.Body], why.Unmet().Places);
        Assert.Equal($"“{missing}”只在正文中，标题里没有", why.Unmet().Message);
    }

    [Fact]
    public void Texts_that_are_too_far_apart_with_their_distance()
    {
        var why = _archive.Explain("甲", "大桥 near/5 春节");

        AssertUnmet(why, ConditionKind.Near, UnmetReason.TooFarApart, "\"大桥\" near/5 \"春节\"");
        // 今日合龙。这座桥建了四年，工人们在江上过了三个
        Assert.Contains("相隔 23 个字", why.Unmet().Message, StringComparison.Ordinal);
        Assert.True(_archive.Explain("甲", "大桥 near/23 春节").Rank > 0);
    }

    [Fact]
    public void Texts_near_each_other_one_of_which_is_missing()
    {
        var why = _archive.Explain("甲", "大桥 near/5 火星");

        AssertUnmet(why, ConditionKind.Near, UnmetReason.Missing, "\"大桥\" near/5 \"火星\"");
        Assert.EndsWith("文中没有“火星”", why.Unmet().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_beginning_of_a_word()
    {
        var why = _archive.Explain("甲", "大桥 mars*");

        AssertUnmet(why, ConditionKind.Prefix, UnmetReason.Missing, "mars");
        Assert.Equal("标题和正文里都没有以“mars”开头的词", why.Unmet().Message);
    }

    [Fact]
    public void Alternatives_none_of_which_is_there() =>
        AssertUnmet(_archive.Explain("甲", "大桥 (火星 OR 木星)"), ConditionKind.Alternatives, UnmetReason.Missing, "火星 OR 木星");

    [Fact]
    public void Loosening_that_did_not_go_as_far_as_the_article_needs()
    {
        var why = _archive.Explain("甲", "大桥 火星");

        Assert.Equal(1, why.Total);
        Assert.Contains("满足全部条件的文章已有 1 篇，检索没有放宽", why.Message, StringComparison.Ordinal);
        Assert.Contains("至少包含 2 个检索词中的 1 个", why.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_without_any_of_the_words_is_kept_out_by_all_of_them()
    {
        var why = _archive.Explain("乙", "木星 土星");

        Assert.Equal(ExplanationOutcome.KeptOut, why.Outcome);
        Assert.Equal(["木星", "土星"], why.Conditions.Where(condition => condition.Reason == UnmetReason.Missing).Select(condition => condition.Text));
    }

    [Fact]
    public void What_can_be_loosened_is_not_blamed_where_something_else_decides()
    {
        var why = _archive.Explain("甲", "大桥 火星 来源:云岫晚报");

        Assert.Equal(ExplanationOutcome.KeptOut, why.Outcome);
        Assert.Equal("这篇文章不在结果中，因为：文章的来源是“澜江日报”，检索要求：云岫晚报。", why.Message);
    }

    [Fact]
    public void How_the_query_was_normalised_and_cut()
    {
        var why = _archive.Explain("甲", "瀾江大橋　火星");

        Assert.Equal(["澜江大桥", "火星"], why.Reading.Units.Select(unit => unit.Text));
        Assert.Equal("瀾江大橋　火星", why.Query);
    }

    private static void AssertUnmet(ArticleExplanation why, ConditionKind kind, UnmetReason reason, string text)
    {
        var unmet = why.Unmet();
        Assert.Equal((kind, (UnmetReason?)reason, text), (unmet.Kind, unmet.Reason, unmet.Text));
        Assert.Null(why.Rank);
        Assert.Contains(unmet.Message, why.Message, StringComparison.Ordinal);
    }
}
