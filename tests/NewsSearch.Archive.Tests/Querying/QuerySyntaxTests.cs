using NewsSearch.Archive.Querying;

namespace NewsSearch.Archive.Tests.Querying;

/// <summary>Every operator in each of its forms is read as what it means, and whatever makes no sense as plain text, with a note.</summary>
public sealed class QuerySyntaxTests
{
    [Theory]
    [InlineData("大桥 通车", "大桥 通车")]
    [InlineData("大桥　通车", "大桥 通车")]
    [InlineData("大桥 AND 通车", "大桥 通车")]
    [InlineData("\"大桥 通车\"", "\"大桥 通车\"")]
    [InlineData("“大桥”「通车」『典礼』＂剪彩＂", "\"大桥\" \"通车\" \"典礼\" \"剪彩\"")]
    [InlineData("”大桥“ 通车", "\"大桥\" 通车")]
    [InlineData("“大桥“", "\"大桥\"")]
    [InlineData("“他说“好”了”", "\"他说\\“好\\”了\"")]
    [InlineData("「关于「大桥」的通知」", "\"关于\\「大桥\\」的通知\"")]
    [InlineData("\"他说\\\"好\\\"\"", "\"他说\\\"好\\\"\"")]
    [InlineData("\"C:\\dir\"", "\"C:\\dir\"")]
    [InlineData("《大桥》 通车", "《大桥》 通车")]
    [InlineData("《关于《大桥》的通知》", "《关于《大桥》的通知》")]
    [InlineData("新\"大桥\"通车", "新 \"大桥\" 通车")]
    [InlineData("大桥 -收费", "大桥 -收费")]
    [InlineData("大桥 －收费", "大桥 -收费")]
    [InlineData("-“免费 通行” 大桥", "-\"免费 通行\" 大桥")]
    [InlineData("大桥 -(收费 OR 事故)", "大桥 -(收费 OR 事故)")]
    [InlineData("大桥 OR 高铁", "大桥 OR 高铁")]
    [InlineData("大桥 ＯＲ 高铁", "大桥 OR 高铁")]
    [InlineData("大桥|高铁｜轮渡 || 机场", "大桥 OR 高铁 OR 轮渡 OR 机场")]
    [InlineData("澜江 大桥|高铁 通车", "澜江 (大桥 OR 高铁) 通车")]
    [InlineData("(澜江 大桥)|高铁", "(澜江 大桥) OR 高铁")]
    [InlineData("（大桥 OR 高铁） 通车", "(大桥 OR 高铁) 通车")]
    [InlineData("中国（上海）自贸区", "中国 上海 自贸区")]
    [InlineData("title:大桥 通车", "标题:大桥 通车")]
    [InlineData("标题：（大桥 通车）", "标题:(大桥 通车)")]
    [InlineData("ＴＩＴＬＥ：“大桥”", "标题:\"大桥\"")]
    [InlineData("-title:大桥 通车", "-标题:大桥 通车")]
    [InlineData("source:澜江日报", "来源:澜江日报")]
    [InlineData("来源：“澜江 日报”", "来源:\"澜江 日报\"")]
    [InlineData("来源:澜江*", "来源:澜江*")]
    [InlineData("来源:(澜江日报 OR 云岫晚报)", "来源:澜江日报 OR 来源:云岫晚报")]
    [InlineData("来源:澜江日报|云岫晚报 大桥", "(来源:澜江日报 OR 来源:云岫晚报) 大桥")]
    [InlineData("来源:澜江日报 | 大桥", "来源:澜江日报 OR 大桥")]
    [InlineData("title:大桥|高铁", "标题:(大桥 OR 高铁)")]
    [InlineData("channel:新闻频道/国内新闻 大桥", "频道:新闻频道/国内新闻 大桥")]
    [InlineData("频道：新闻频道»国内新闻", "频道:新闻频道/国内新闻")]
    [InlineData("大桥 near/5 通车", "\"大桥\" near/5 \"通车\"")]
    [InlineData("“大桥” ＮＥＡＲ／１０ 「通车」", "\"大桥\" near/10 \"通车\"")]
    [InlineData("甲乙 near/2 丙丁 near/3 戊己", "\"甲乙\" near/2 \"丙丁\" \"丙丁\" near/3 \"戊己\"")]
    [InlineData("c9* 新冠＊", "c9* 新冠*")]
    [InlineData("氢-动力 covid-19", "氢-动力 covid-19")]
    [InlineData("12:30 注:大桥", "12:30 注:大桥")]
    [InlineData("", "")]
    [InlineData(" \t　", "")]
    public void A_query_is_read_as_what_it_means(string text, string expected)
    {
        var (root, notes) = QuerySyntax.Parse(text);

        Assert.Equal(expected, QueryText.Write(root));
        Assert.Empty(notes.All);
    }

    [Theory]
    [InlineData("date:2024", "日期:2024-01-01..2024-12-31")]
    [InlineData("date:2024-05", "日期:2024-05-01..2024-05-31")]
    [InlineData("日期：２０２４－０５－０１", "日期:2024-05-01")]
    [InlineData("date:2024/5/1", "日期:2024-05-01")]
    [InlineData("date:2024.5", "日期:2024-05-01..2024-05-31")]
    [InlineData("date:20240501", "日期:2024-05-01")]
    [InlineData("日期:2024年5月", "日期:2024-05-01..2024-05-31")]
    [InlineData("日期:2024年5月1日", "日期:2024-05-01")]
    [InlineData("date:2024-05-01..2024-06", "日期:2024-05-01..2024-06-30")]
    [InlineData("date:2024-05..", "日期:2024-05-01..")]
    [InlineData("date:..2024-02", "日期:..2024-02-29")]
    [InlineData("日期:2023~2024", "日期:2023-01-01..2024-12-31")]
    [InlineData("日期:2023年至2024年", "日期:2023-01-01..2024-12-31")]
    [InlineData("date:>=2024", "日期:2024-01-01..")]
    [InlineData("date:＞2024", "日期:2025-01-01..")]
    [InlineData("date:<=2024-02", "日期:..2024-02-29")]
    [InlineData("date:<2024", "日期:..2023-12-31")]
    [InlineData("date:≥2024-05-21", "日期:2024-05-21..")]
    public void Days_and_ranges_are_read(string text, string expected)
    {
        var (root, notes) = QuerySyntax.Parse(text);

        Assert.Equal(expected, QueryText.Write(root));
        Assert.Empty(notes.All);
    }

    [Theory]
    [InlineData("\"大桥 通车", "大桥 通车", "unclosed-quote")]
    [InlineData("「大桥", "大桥", "unclosed-quote")]
    [InlineData("\"\" 大桥", "大桥", "empty-quote")]
    [InlineData("《》 大桥", "大桥", "empty-quote")]
    [InlineData("(大桥 通车", "大桥 通车", "unbalanced-bracket")]
    [InlineData("大桥) 通车", "大桥 通车", "unbalanced-bracket")]
    [InlineData("（） 大桥", "大桥", "empty-brackets")]
    [InlineData("大桥 OR", "大桥 \"OR\"", "dangling-operator")]
    [InlineData("OR", "\"OR\"", "dangling-operator")]
    [InlineData("| 大桥", "大桥", "dangling-operator")]
    [InlineData("near/5 大桥", "\"near/5\" 大桥", "dangling-operator")]
    [InlineData("大桥 near/5 (通车 OR 合龙)", "大桥 (通车 OR 合龙)", "near-needs-texts")]
    [InlineData("大桥 near/5000 通车", "\"大桥\" near/100 \"通车\"", "near-too-far")]
    [InlineData("大桥 - 通车", "大桥 通车", "dangling-minus")]
    [InlineData("*桥 通车", "桥 通车", "misplaced-star")]
    [InlineData("大* c*9", "大* c 9", "misplaced-star")]
    [InlineData("title: 大桥", "title 大桥", "empty-field")]
    [InlineData("来源：", "source", "empty-field")]
    [InlineData("date:昨天 大桥", "昨天 大桥", "unknown-date")]
    [InlineData("date:2024-13", "2024-13", "unknown-date")]
    [InlineData("date:2023-02-29", "2023-02-29", "unknown-date")]
    [InlineData("date:>9999", ">9999", "unknown-date")]
    [InlineData("date:2024-06..2024-05", "日期:2024-05-01..2024-06-30", "reversed-dates")]
    [InlineData("((((((((大桥))))))))", "大桥", "too-deep")]
    public void What_makes_no_sense_is_plain_text_and_a_note_says_so(string text, string expected, string code)
    {
        var (root, notes) = QuerySyntax.Parse(text);

        Assert.Equal(expected, QueryText.Write(root));
        Assert.Contains(code, notes.All.Select(note => note.Code));
        Assert.All(notes.All, note => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", note.Message));
    }

    [Fact]
    public void What_was_understood_is_understood_the_same_way_again()
    {
        // Without a backslash, which at the end of a quote has no form of its own, and a star, which a name in quotes can't have.
        string[] pieces = ["大桥", "通车", "c919", "OR", "|", "-", "(", ")", "（", "）", "\"", "“", "”", "「", "」", "《", "》", "title:", "来源：", "date:2024", "near/5", " ", " ", "　", "：", "?", "🀄"];
        var differences = new List<string>();
        for (var seed = 0; seed < 20_000; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));

            var once = QueryText.Write(QuerySyntax.Parse(text).Root);
            var twice = QueryText.Write(QuerySyntax.Parse(once).Root);

            if (once != twice) differences.Add($"Seed {seed}: [{text}] was read as [{once}], and that as [{twice}]");
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(20)));
    }
}
