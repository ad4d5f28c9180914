using static NewsSearch.Archive.Tests.Querying.SmallArchive;

namespace NewsSearch.Archive.Tests.Querying;

/// <summary>Words, operators and filters find what a reader expects of them; what was loosened is said.</summary>
public sealed class KeywordQueryTests : IDisposable
{
    private readonly SmallArchive _archive = new(
        Article("甲", "王毅出席澜江大桥的通车典礼。", "澜江日报", "新闻频道/国内新闻", "2024-05-21"),
        Article("乙", "王先生说，李毅没有来。大桥没有通车，只是合龙。", "云岫晚报", "新闻频道/地方新闻", "2024-06-01"),
        Article("丙", "C919客机首飞，maintain一词是维护的意思。", "澜江日报", "科技频道", "2023-01-01"),
        Article("丁", "AI的应用，待处理的事项，《大桥》上映，大 桥。", "星渡科技网", "科技频道", "2022-12-31"),
        Article("戊大桥", "臺灣的消息。"));

    public void Dispose() => _archive.Dispose();

    [Theory]
    [InlineData("大桥 通车", "乙 甲")]
    [InlineData("大桥 合龙", "乙")]
    [InlineData("王毅", "甲")]
    [InlineData("处理", "丁")]
    [InlineData("ai", "丁")]
    [InlineData("AI", "丁")]
    [InlineData("919", "丙")]
    [InlineData("Ｃ９１９", "丙")]
    [InlineData("台湾", "戊大桥")]
    [InlineData("毅", "乙 甲")]
    [InlineData("大桥 -通车", "丁 戊大桥")]
    [InlineData("-大桥", "丙")]
    [InlineData("-maintai", "丁 乙 丙 戊大桥 甲")]
    [InlineData("-maintain", "丁 乙 戊大桥 甲")]
    [InlineData("-“maintai”", "丁 乙 戊大桥 甲")]
    [InlineData("合龙 OR 典礼", "乙 甲")]
    [InlineData("合龙|典礼 王毅", "甲")]
    [InlineData("(王毅 典礼) OR c919", "丙 甲")]
    [InlineData("title:大桥", "戊大桥")]
    [InlineData("大桥 -title:大桥", "丁 乙 甲")]
    [InlineData("source:澜江日报", "丙 甲")]
    [InlineData("来源：澜江* 大桥", "甲")]
    [InlineData("-来源:澜江日报 大桥", "丁 乙 戊大桥")]
    [InlineData("channel:新闻频道", "乙 甲")]
    [InlineData("频道:地方新闻", "乙")]
    [InlineData("频道:科技频道 OR 频道:新闻频道/国内新闻", "丁 丙 甲")]
    [InlineData("date:2024", "乙 甲")]
    [InlineData("date:2022-12-31..2023-01", "丁 丙")]
    [InlineData("日期：>=2024-06", "乙")]
    [InlineData("大桥 date:<2024", "丁")]
    [InlineData("大桥 near/1 通车", "甲")]
    [InlineData("通车 near/2 大桥", "乙 甲")]
    [InlineData("通车 near/0 典礼", "甲")]
    [InlineData("王 near/2 毅", "乙 甲")]
    [InlineData("main*", "丙")]
    [InlineData("c9*", "丙")]
    [InlineData("合* 大桥", "乙")]
    [InlineData("《大桥》", "丁 乙 戊大桥 甲")]
    [InlineData("\"大 桥\"", "丁")]
    [InlineData("\"，\"", "丁 丙 乙")]
    public void Finds(string text, string expected) =>
        Assert.Equal(string.Join(' ', expected.Split(' ').Order(StringComparer.Ordinal)), _archive.Titles(text));

    [Fact]
    public void Very_many_alternatives_are_answered() =>
        Assert.Equal("甲", _archive.Titles(string.Join('|', Enumerable.Range(0, 120).Select(i => $"\"无{i}\"")) + "|典礼"));

    [Fact]
    public void The_marks_of_a_title_are_preferred() => Assert.Equal("丁", _archive.Search("《大桥》 应用").Hits[0].Id);

    [Fact]
    public void Filters_of_the_text_and_of_the_query_hold_together()
    {
        var query = new NewsQuery { Text = "大桥 source:澜江日报|云岫晚报" };

        Assert.Equal(2, _archive.Search(query).Total);
        Assert.Equal(["乙"], _archive.Search(query with { From = new DateOnly(2024, 6, 1) }).Hits.Select(hit => hit.Id));
        Assert.Equal(["甲"], _archive.Search(query with { Sources = ["澜江日报"] }).Hits.Select(hit => hit.Id));
    }

    [Fact]
    public void A_filter_alone_lists_the_latest_first() =>
        Assert.Equal(["乙", "甲"], _archive.Search("date:2024").Hits.Select(hit => hit.Id));

    [Fact]
    public void When_nothing_has_all_words_what_has_most_is_found_and_said()
    {
        var result = _archive.Search("大桥 通车 火星");

        Assert.Equal(["乙", "甲"], result.Hits.Take(2).Select(hit => hit.Id).Order());
        Assert.Contains("partial-match", Codes(result));
    }

    [Fact]
    public void As_long_as_something_has_all_words_nothing_else_is_found()
    {
        var result = _archive.Search("大桥 合龙");

        Assert.Equal(1, result.Total);
        Assert.Empty(result.Reading.Notes);
    }

    [Theory]
    [InlineData("\"大桥合龙\"")]
    [InlineData("大桥 \"火星\"")]
    [InlineData("大桥 来源:火星日报")]
    [InlineData("火星 -大桥")]
    [InlineData("大桥 date:1999")]
    [InlineData("大桥 火星*")]
    public void Quotes_filters_and_single_words_are_never_loosened(string text) => Assert.Equal(0, _archive.Search(text).Total);

    [Fact]
    public void Exclusions_hold_when_words_are_loosened() => Assert.DoesNotContain("甲", _archive.Titles("大桥 火星 -典礼"), StringComparison.Ordinal);

    [Fact]
    public void A_text_without_spaces_is_answered_with_more_than_what_has_all_its_parts_which_comes_first()
    {
        var result = _archive.Search("大桥合龙");

        Assert.Equal("乙", result.Hits[0].Id);
        Assert.Equal(4, result.Total);
        Assert.Contains("widened", Codes(result));
    }

    [Fact]
    public void The_more_of_a_text_an_article_has_the_earlier_it_comes()
    {
        using var archive = new SmallArchive(
            Article("三", "澜江的大桥。典礼办得很好，典礼又典礼。"), Article("四", "澜江大桥。有一个通车的典礼。"), Article("二", "通车，通车，通车，通车，典礼，典礼。"));

        Assert.Equal(["四", "三", "二"], archive.Search("澜江大桥通车典礼").Hits.Select(hit => hit.Id));
    }

    [Fact]
    public void An_article_about_most_of_a_text_goes_before_one_that_mentions_all_of_it_in_passing()
    {
        var other = string.Concat(Enumerable.Repeat("本地菜场今天开张，居民前来买菜，摊主说生意不错。", 40));
        var others = Enumerable.Range(0, 30).Select(i => Article($"其他{i}", other));
        using var archive = new SmallArchive(
        [
            .. others,
            Article("顺便", $"{other}有人说起典礼。{other}也有人说起澜江。{other}还有人说起大桥通车。{other}"),
            new Article { Id = "专题", Title = "澜江大桥通车", Body = "澜江大桥今天通车。澜江大桥连接两岸。" },
        ]);

        var result = archive.Search("澜江大桥通车典礼");

        Assert.Equal(["专题", "顺便"], result.Hits.Select(hit => hit.Id));
        Assert.Contains("widened", Codes(result));
    }

    [Fact]
    public void A_long_text_finds_the_article_that_says_the_same_in_other_words_and_a_note_says_how_much_of_it_is_there()
    {
        using var archive = new SmallArchive(
            Article("原文", "昨日下午，云溪县一处货运仓库起火，三十名消防员到场扑救，无人受伤，起火原因还在查。"), Article("旁文", "云溪县举行消防演练。"));

        var result = archive.Search("云溪货仓失火消防三十人扑救未伤人原因待查");

        Assert.Equal("原文", result.Hits[0].Id);
        Assert.Contains(result.Reading.Notes, note => note.Code == "partial-match" && note.Message.Contains("相邻两字", StringComparison.Ordinal));
    }

    [Fact]
    public void A_title_in_marks_within_a_headline_is_loosened_with_it_and_alone_it_holds()
    {
        using var archive = new SmallArchive(Article("原文", "水利部印发《河湖岸线保护管理办法》，自下月起施行。"), Article("旁文", "水利部开会。"));

        Assert.Equal("原文", archive.Search("水利部出台《河湖岸线管理保护办法》").Hits[0].Id);
        Assert.Equal(0, archive.Search("《河湖岸线管理保护办法》").Total);
        Assert.Equal(0, archive.Search("水利部 《河湖岸线管理保护办法》").Total);
    }

    [Fact]
    public void A_headline_with_spaces_that_nothing_has_in_full_is_matched_by_its_pairs()
    {
        using var archive = new SmallArchive(Article("原文", "日韩股市集体收跌，韩国股市跌幅最大。"), Article("旁文", "韩国举行股东大会，跌宕起伏。"));

        var result = archive.Search("日韩股市集收跌 韩国股市跌幅");

        Assert.Equal("原文", result.Hits[0].Id);
        Assert.Contains("partial-match", Codes(result));
    }

    [Fact]
    public void What_nothing_has_as_it_was_written_is_split_and_a_note_says_so()
    {
        using var archive = new SmallArchive(Article("一", "险企的偿付能力，本报跟踪报道。"), Article("二", "险些迟到，企业跟踪。"));

        var result = archive.Search("险企跟踪");

        Assert.Equal("一", result.Hits[0].Id);
        Assert.Contains("险企", string.Concat(result.Reading.Notes.Select(note => note.Message)), StringComparison.Ordinal);
    }

    [Fact]
    public void Single_characters_between_words_are_dropped_first_and_a_note_says_so()
    {
        using var archive = new SmallArchive(Article("一", "全国政协的会议。"));

        var result = archive.Search("全国政协会 会议");

        Assert.Equal(["without-single-characters"], Codes(result));
        Assert.Equal(1, result.Total);
    }

    [Fact]
    public void Quotes_of_a_headline_are_loosened_with_its_words()
    {
        var result = _archive.Search("澜江“火星”大桥通车典礼");

        Assert.Equal("甲", result.Hits[0].Id);
        Assert.Contains("partial-match", Codes(result));
    }

    [Theory]
    [InlineData("？！", "？！")]
    [InlineData("*", "*")]
    [InlineData("?*?*", "?*?*")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("()", "()")]
    public void Marks_without_words_are_characters_to_be_found(string text, string literal)
    {
        var result = _archive.Search(text);

        Assert.Contains("literal-marks", Codes(result));
        Assert.Contains(literal, result.Reading.Notes.Single(note => note.Code == "literal-marks").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_not_be_seen_is_refused()
    {
        var error = Assert.Throws<NewsQueryException>(() => _archive.Search("\u200B\u0001"));

        Assert.Equal("q", error.Parameter);
    }

    [Fact]
    public void The_answer_tells_how_the_query_was_read()
    {
        var reading = _archive.Search("王毅的C919 -广告 “通车” 新*").Reading;

        Assert.Equal("王毅的C919 -广告 \"通车\" 新*", reading.Text);
        Assert.Equal(
            [
                ("王毅", ReadUnitKind.Characters), ("的", ReadUnitKind.Optional), ("c919", ReadUnitKind.Word),
                ("广告", ReadUnitKind.Excluded), ("通车", ReadUnitKind.Quoted), ("新", ReadUnitKind.Prefix),
            ],
            reading.Units.Select(unit => (unit.Text, unit.Kind)));
    }

    [Fact]
    public void Words_in_the_title_and_words_as_they_were_written_come_first()
    {
        const string filler = "会议讨论了明年的工作安排，与会人员交换了意见，并就几个具体问题达成一致。";
        using var archive = new SmallArchive(
            Article("散", "大桥在建。" + filler + "道路通车。"), Article("近", "大桥通车。" + filler + "道路在建。"), Article("大桥通车", "在建的道路。" + filler));

        Assert.Equal(["大桥通车", "近", "散"], archive.Search("大桥通车").Hits.Select(hit => hit.Id));
    }

    [Fact]
    public void Newer_articles_are_raised_a_little_unless_that_is_switched_off()
    {
        using var archive = new SmallArchive(
            Article("一", "大桥通车了。", day: "2019-01-01"), Article("二", "大桥通车了。", day: "2024-01-01"), Article("大桥", "大桥通车了，大桥。", day: "2019-01-01"));

        Assert.Equal(["大桥", "二", "一"], archive.Search("大桥").Hits.Select(hit => hit.Id));
        var scores = archive.Search(new NewsQuery { Text = "大桥", IsFreshnessCounted = false }).Hits.ToDictionary(hit => hit.Id, hit => hit.Score);
        Assert.Equal(scores["一"], scores["二"]);
    }

    private static IEnumerable<string> Codes(NewsResult result) => result.Reading.Notes.Select(note => note.Code);
}
