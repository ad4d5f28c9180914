using NewsSearch.Archive;

namespace NewsSearch.Web.Tests.Support;

/// <summary>Articles of our own invention.</summary>
internal static class Some
{
    public static readonly Article Bridge = new()
    {
        Id = "bridge-1",
        Title = "滨江新桥今日正式通车",
        Body = "　　滨江新桥5月21日上午正式通车，两岸车程缩短二十分钟。\n　　首日预计通行车辆三万辆。\n　　施工方表示，桥面照明将于月底全部启用。",
        Source = "滨江日报",
        Channel = ChannelPath.Parse("新闻频道 » 国内新闻"),
        PublishedAt = new DateTimeOffset(2024, 5, 21, 18, 2, 47, TimeSpan.FromHours(8)),
        Url = "https://example.org/news?id=1&from=list",
        Author = "林知远",
        Keywords = ["滨江新桥", "通车"],
        Related = [new EditorialLink("滨江新桥完成荷载试验", "试验历时三天，各项指标合格...", "05-12"), new EditorialLink("两岸公交线路调整公告", null, null)],
    };

    /// <summary>What a hostile feed sends.</summary>
    public static readonly Article Hostile = new()
    {
        Id = "恶意/../<b>\"?&#%2F",
        Title = "<script>alert(1)</script>标题 & \"引号\"",
        Body = "<img src=x onerror=alert(2)>正文里的标签应当原样显示。",
        Source = "<i>来源</i>",
        Channel = ChannelPath.Parse("测试\"频道"),
        PublishedAt = new DateTimeOffset(2024, 6, 30, 23, 59, 59, TimeSpan.FromHours(8)),
        Url = "javascript:alert(3)",
        Keywords = ["<script>alert(4)</script>"],
        Related = [new EditorialLink("<script>alert(5)</script>", "<script>alert(6)</script>", "<u>06-30</u>")],
    };

    public static readonly Article Bare = new() { Id = "bare", Title = "没有日期的短讯", Body = "只有一句话。" };

    /// <summary>Published at a place whose day differs from the day in Beijing and in UTC.</summary>
    public static readonly Article FarAway = new()
    {
        Id = "far-away",
        Title = "海外侨团举办中秋灯会",
        Body = "当地时间晚间，侨团在河畔点亮花灯。",
        Source = "侨声报",
        Channel = ChannelPath.Parse("国际频道"),
        PublishedAt = new DateTimeOffset(2023, 9, 29, 22, 30, 0, TimeSpan.FromHours(-7)),
    };

    public static readonly IReadOnlyList<Article> Archive = [Bridge, Hostile, Bare, FarAway, .. Harvest(60)];

    private static IEnumerable<Article> Harvest(int count)
    {
        string[] sources = ["田野周刊", "滨江日报", "乡音网"];
        string[] channels = ["经济频道/农业", "经济频道", "新闻频道/国内新闻"];
        for (var number = 1; number <= count; number++)
        {
            yield return new Article
            {
                Id = $"harvest-{number:D2}",
                Title = $"北岗村秋收见闻之{number}",
                Body = $"北岗村第{number}块稻田开镰，合作社的收割机清晨下地。𠮷田家的晒场已经铺开。",
                Source = sources[number % 3],
                Channel = ChannelPath.Parse(channels[number % 3]),
                PublishedAt = new DateTimeOffset(2023, 1 + number % 12, 1 + number % 28, 8, 0, 0, TimeSpan.FromHours(8)),
            };
        }
    }
}
