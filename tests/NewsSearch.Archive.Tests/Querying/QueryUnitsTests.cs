using NewsSearch.Archive.Dictionary;
using NewsSearch.Archive.Querying;

namespace NewsSearch.Archive.Tests.Querying;

/// <summary>What a reader writes is cut into texts that mean something: words, names as they were written, numbers with what they count.</summary>
public sealed class QueryUnitsTests
{
    [Theory]
    [InlineData("王毅", "王毅")]
    [InlineData("上合组织", "上合组织")]
    [InlineData("高质量", "高质量")]
    [InlineData("蔡英文", "蔡英文")]
    [InlineData("张奖山", "张奖山")]
    [InlineData("俄外交部", "俄外交部")]
    [InlineData("桥", "桥")]
    [InlineData("的", "的")]
    [InlineData("我的梦", "我的梦")]
    [InlineData("王毅的", "王毅 的?")]
    [InlineData("王毅来了吗", "王毅来 了? 吗?")]
    public void A_short_text_that_the_segmenter_does_not_know_is_one_unit(string text, string expected) => AssertCut(text, expected);

    [Theory]
    [InlineData("人民银行", "人民 银行")]
    [InlineData("中国农业发展银行", "中国 农业 发展 银行")]
    [InlineData("王毅出席会议", "王毅 出席 会议")]
    [InlineData("王毅和李强", "王毅 和? 李强")]
    [InlineData("王在希访问", "王在希 访问")]
    [InlineData("于欢杀死辱母者", "于欢 杀死 辱母者")]
    [InlineData("美国的", "美国 的?")]
    [InlineData("在北京", "在? 北京")]
    [InlineData("習近平主席訪法", "习近平 主席 访法")]
    public void Words_are_units_and_single_characters_side_by_side_are_one(string text, string expected) => AssertCut(text, expected);

    [Theory]
    [InlineData("全国政协会", "全国 政协 会[政协会]")]
    [InlineData("青岛二手房不再限购", "青岛 二手 房[二手房|房不再] 不再 限购")]
    [InlineData("中国对美政策", "中国 对? 美[美政策] 政策")]
    public void A_single_character_between_words_goes_with_one_of_its_neighbours(string text, string expected) => AssertCut(text, expected);

    [Theory]
    [InlineData("2024年5月21日", "2024年5月21日")]
    [InlineData("５月２１日", "5月21日")]
    [InlineData("二〇二四年", "二〇二四年")]
    [InlineData("建党100周年", "建党 100周年")]
    [InlineData("30天", "30天")]
    [InlineData("第5届", "第5届")]
    [InlineData("5万亿元", "5万亿元")]
    [InlineData("2024高考", "2024w 高考")]
    [InlineData("A股市场", "a股 市场")]
    public void Numbers_and_what_they_count_are_one_unit(string text, string expected) => AssertCut(text, expected);

    [Theory]
    [InlineData("C919首飞", "c919w 首飞")]
    [InlineData("ＧＤＰ增长5.2%", "gdpw 增长 5.2%w")]
    [InlineData("COVID-19", "covid-19w")]
    [InlineData("AI", "aiw")]
    [InlineData("林诗栋vs张本智和", "林诗栋 vsw? 张本智和")]
    public void Letters_and_numbers_are_whole_words(string text, string expected) => AssertCut(text, expected);

    [Theory]
    [InlineData("")]
    [InlineData("，。！")]
    [InlineData("\u200B\u0001")]
    public void Punctuation_alone_has_no_units(string text) => AssertCut(text, "");

    [Fact]
    public void Words_of_the_dictionary_are_kept_together_and_bring_their_equivalents()
    {
        var dictionary = new ReaderDictionary([new("一带一路", []), new("上合组织", ["上海合作组织", "sco"]), new("sco", [])]);

        Assert.Equal("一带一路 高峰 论坛", Print(QueryUnits.Cut("一带一路高峰论坛", dictionary)));
        Assert.Equal("2024w 上合组织=上海合作组织=scow 峰会", Print(QueryUnits.Cut("2024上合组织峰会", dictionary)));
        Assert.Equal("scow", Print(QueryUnits.Cut("SCO", dictionary)));
        Assert.Equal("scopew", Print(QueryUnits.Cut("scope", dictionary)));
    }

    private static void AssertCut(string text, string expected) => Assert.Equal(expected, Print(QueryUnits.Cut(text, ReaderDictionary.Empty)));

    private static string Print(IReadOnlyList<QueryUnit> units) => string.Join(' ', units.Select(Print));

    private static string Print(QueryUnit unit) => unit.Text
        + (unit.IsWord ? "w" : "")
        + (unit.Role == UnitRole.Optional ? "?" : "")
        + (unit.InContext.Count > 0 ? $"[{string.Join('|', unit.InContext)}]" : "")
        + string.Concat(unit.Equivalents.Select(other => "=" + Print(other)));
}
