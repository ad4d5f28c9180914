using NewsSearch.Archive.Importing;

namespace NewsSearch.Archive.Tests.Importing;

/// <summary>
/// reference-form.txt is our own page in exactly the form of the project's reference page: its no-break spaces, its two
/// plain spaces of indentation, ten related items, the disclaimer as the last line and no line feed at the end.
/// </summary>
public sealed class ReferenceFormTests
{
    private static readonly string[] Paragraphs =
    [
        "6月1日上午,青屿群岛航标联合会在云岚港召开第九次会议,十二个岛镇的守塔人、航标员和渡轮船长共147人到会。",
        "理事长顾青帆说,联合会成立那年,北水道一到雾天就只能停航;如今全线浮标都会“说话”,船长在驾驶台上就能听见它们报水深。她把这叫作“灯亮人安”。据会上通报,上一年夜航事故为零,灯器完好率为99.7%。",
        "顾青帆提了四点打算:",
        "一要看好老塔。十四座百年灯塔逐座建账,备件放在岛上,不放在仓库里。",
        "二要布好新标。年内增设26座太阳能灯浮,数据走5G回传,雾天也能看见“看不见的礁石”。",
        "三要挖深水道。最浅处由4.2米加深到5.5米,让XY-90型渡轮不必再等潮水。",
        "四要带好新人。航标学校秋季招40名学员,学费全免,毕业后任选一座岛。",
        "会议通过了7月夜航演练的方案。",
        "散会后,到会者去看了灯塔博物馆新收的一盏马灯,并与北礁渔民吃了一顿便饭。(航标联合会网站)",
    ];

    private static readonly EditorialLink[] Related =
    [
        new("云岚县图书馆添了夜班 灯亮到十一点半",
            "闭馆铃改成了一首口琴曲。云岚县图书馆从6月起每周四天夜间开放,头一晚来了312人,借走书报547册,最受欢迎的是靠窗那排带插座的座位,馆员说还要再...",
            "06-02"),
        new("海棠湾手记:修船匠收了第三个徒弟",
            "老船匠石大锚今年六十八岁,前两个徒弟都去城里学了电焊。第三个徒弟只有十九岁,白天削龙骨,晚上用平板画图纸,两个人为一根木钉该斜几度争了一个星期...",
            "06-02"),
        new("青屿至北礁航线改点 首班提前20分钟",
            "青屿轮渡公司通知,自6月3日起首班船由6时30分改为6时10分,末班不变。公司称,改点后可接上北礁8点的校车,每天约有85名学生受益,票价仍为4.5元,雾天停航以码头广播...",
            "06-02"),
        new("【岛上人家·第七集】一盏马灯传了四代",
            "这一集的主人公没有名片,只有一盏玻璃罩裂了缝的马灯。曾祖父用它照过盐田,祖父用它照过渔网,父亲把它挂进了小卖部,她把它捐给了灯塔博物馆,附了一封...",
            "06-02"),
        new("“今天食堂做什么”,群里投票定",
            "北礁小学把菜单交给了孩子:每周五投票,得票最高的三道菜下周上桌。第一次开票,蒸蛋以64票领先,苦瓜得了1票,投票人自称是校长。不到11...",
            "06-02"),
        new("候鸟去哪了 松针岛用声音数鸟",
            "松针岛保护站在林子里挂了18只防水录音盒,每天收声四小时,再由程序分辨叫声。站长介绍,第一批录音里认出鸟类43种,还意外录到了两次地震前的...",
            "06-02"),
        new("从“听天”到“看屏” 晒盐人换了帮手",
            "盐工邬海生把手机架在盐池边,屏幕上是未来两小时的云图。??他说过去靠膝盖疼不疼来判断要不要盖池,现在靠雷达,膝盖可以专心走路。他在池埂上边走边...",
            "06-02"),
        new("港口观察|吊机学会“轻拿轻放”,工人做什么?",
            "云岚港三号泊位的吊机装上了力觉手腕,能把一箱鸡蛋放到茶杯上。原来的吊机司机搬进了二楼,一人看四台,桌上多了一盆绿萝。码头、工会、设备商、...",
            "06-02"),
        new("走读群岛 | 北水道的雾“白”、礁“黑”、灯“红”",
            "雾季的北水道一天有三种颜色。本报记者搭乘补给船走完十四座灯塔,记下了每一位守塔人的早饭。第一站的守塔人说,灯塔里最要紧的不是灯,而是2024年新换的那只闹...",
            "06-02"),
        new("群岛五月统计出炉",
            "群岛统计处1日发布,五月渡轮运客21.4万人次,同比增长3.2%;修船订单17份,金额806万元;海带晒制1.9万吨。前五个月,登记新设商户133家,其中近半在3个镇(街...",
            "06-02"),
    ];

    [Fact]
    public void Every_field_of_the_page_is_read_exactly()
    {
        var source = ArticleSources.Open(FilePath);
        var imported = Assert.Single(source.Read());

        Assert.Null(imported.Refusal);
        var article = imported.Article!;
        Assert.Equal("page-32f10944e2365a05", article.Id);
        Assert.Equal("新闻频道/群岛新闻", article.Channel.Text);
        Assert.Equal("顾青帆出席青屿群岛航标联合会第九次会议", article.Title);
        Assert.Equal(new DateTimeOffset(2024, 6, 1, 18, 2, 47, TimeSpan.FromHours(8)), article.PublishedAt);
        Assert.Equal(TimeSpan.FromHours(8), article.PublishedAt!.Value.Offset);
        Assert.Equal("航标联合会网站", article.Source);
        Assert.Equal(string.Join('\n', Paragraphs), article.Body);
        Assert.Equal(Related, article.Related);
        Assert.Null(article.Url);
        Assert.Null(article.Author);
        Assert.Empty(article.Keywords);
        Assert.Equal(source.ByteLength, source.BytesRead);
    }

    [Fact]
    public void The_same_page_in_other_bytes_is_the_same_article()
    {
        var page = File.ReadAllText(FilePath);
        var expected = Assert.Single(ArticleSources.Open(FilePath).Read()).Article!;
        using var files = new TemporaryFiles();

        // GB18030 holds every character, the no-break space included.
        foreach (var bytes in PageBytes.Variants(page))
        {
            var article = Assert.Single(files.Import("page.txt", bytes)).Article!;
            Assert.Equivalent(expected, article, strict: true);
        }
    }

    internal static string FilePath { get; } = Path.Combine(AppContext.BaseDirectory, "Importing", "reference-form.txt");
}
