using NewsSearch.Archive.Explaining;
using NewsSearch.Archive.Tests.Querying;
using static NewsSearch.Archive.Tests.Querying.SmallArchive;

namespace NewsSearch.Archive.Tests.Explaining;

/// <summary>The conditions of any query together are the query.</summary>
public sealed class QueryConditionsTests : IDisposable
{
    private static readonly string[] s_pieces =
    [
        "大桥", "通车", "王毅", "澜江大桥", "的", "在桥上", "\"大桥通\"", "澜“大桥”车", "-火星", "-\"大桥\"", "《大桥》", "AI*", "大桥 near/3 通车", "标题:通车", "标题:(大桥 通车)", "标题:\"王\"",
        "来源:甲报", "频道:新闻", "date:2024", "(火星 OR 通车)", "(大桥 通车)", "-(火星 大桥)", "标题:(火星 OR 大桥)", "2024年", "c919",
    ];

    private readonly SmallArchive _archive = new(Articles());

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void An_article_comes_without_loosening_exactly_if_it_meets_each_of_them()
    {
        var random = new Random(20240521);
        var met = 0;
        for (var round = 0; round < 150; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
            foreach (var id in Enumerable.Range(0, 12))
            {
                var why = _archive.Explain($"{id}", text);
                var isMet = why.Conditions.All(condition => condition.IsMet);
                Assert.True(isMet == (why.Outcome == ExplanationOutcome.Found), $"{text}: article {id}, {why.Outcome}, {why.Message}");
                Assert.True(why.Conditions.All(condition => condition.IsMet == condition.Reason is null));
                Assert.Equal(why.Score, why.Parts.Sum(part => part.Score), 1e-3f);
                if (isMet) met++;
            }
        }

        Assert.InRange(met, 100, 1_500);
    }

    private static IEnumerable<Article> Articles()
    {
        var random = new Random(7);
        string[] texts = ["澜江大桥通车", "王毅出席", "大桥", "在桥上看火星", "AI2024年", "《大桥》", "c919首飞", "通车典礼", "的"];
        string Text() => string.Join('，', Enumerable.Range(0, random.Next(1, 6)).Select(_ => texts[random.Next(texts.Length)]));
        return
        [
            .. Enumerable.Range(0, 12).Select(id => Article(Text(), Text(), id % 3 == 0 ? null : id % 3 == 1 ? "甲报" : "乙报", id % 2 == 0 ? "新闻/国内" : null, id % 4 == 0 ? "2024-02-03" : "2023-01-01") with { Id = $"{id}" }),
        ];
    }
}
