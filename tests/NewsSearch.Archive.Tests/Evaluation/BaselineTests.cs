using NewsSearch.Archive.Evaluation;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests;

namespace NewsSearch.Archive.Tests.Evaluation;

/// <summary>The baseline has the articles of the index, finds them by any word, and is built when it must be.</summary>
public sealed class BaselineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Index => Path.Combine(_folder.FullName, "index");

    private string Folder => Path.Combine(_folder.FullName, "index.baseline");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Any_word_is_enough_and_the_title_counts_twice()
    {
        Add(
            Article("body", "港口消息", "渡轮靠港，旅客上岸。"),
            Article("title", "渡轮消息", "旅客上岸，港口繁忙。"),
            Article("both", "渡轮消息", "渡轮靠港，旅客上岸。"),
            Article("other", "天气预报", "晴转多云。"));
        using var baseline = Open();

        Assert.Equal(["both", "title", "body"], baseline.Search("渡轮", [], 10, CancellationToken.None));
        Assert.Equal(4, baseline.Search("渡轮 天气", [], 10, CancellationToken.None).Count);
        Assert.Equal(2, baseline.Search("渡轮 天气", [], 2, CancellationToken.None).Count);
        Assert.Empty(baseline.Search("，。！", [], 10, CancellationToken.None));
    }

    [Fact]
    public void Words_are_those_of_Lucenes_analyzer_and_stemmed()
    {
        Add(Article("ferry", "Ferries", "The ferries connected two islands."));
        using var baseline = Open();

        Assert.Equal(["ferry"], baseline.Search("connecting", [], 10, CancellationToken.None));
    }

    [Fact]
    public void A_search_can_be_confined_to_sources()
    {
        Add(Article("a", "渡轮靠港", "渡轮。", "澜江日报"), Article("b", "渡轮靠港", "渡轮。", "云岫晚报"), Article("c", "渡轮靠港", "渡轮。", source: null));
        using var baseline = Open();

        Assert.Equal(["b"], baseline.Search("渡轮", ["云岫晚报", "没有这家"], 10, CancellationToken.None));
        Assert.True(baseline.TryFind("b", out var source) && source == "云岫晚报");
        Assert.True(baseline.TryFind("c", out source) && source is null);
        Assert.False(baseline.TryFind("d", out _));
    }

    [Fact]
    public void It_is_built_once_and_again_when_the_index_has_changed()
    {
        Add(Article("a", "渡轮靠港", "渡轮。"), Article("b", "渡轮离港", "渡轮。"));
        Assert.Equal((2, true), OpenAndCount());
        Assert.Equal((2, false), OpenAndCount());

        Add(Article("c", "渡轮停航", "渡轮。"));
        Assert.Equal((3, true), OpenAndCount());

        Directory.Delete(Index, recursive: true);
        Add(Article("d", "渡轮试航", "渡轮。"), Article("e", "渡轮首航", "渡轮。"));
        Assert.Equal((2, true), OpenAndCount());
    }

    [Fact]
    public void Deleted_articles_are_not_in_it()
    {
        Add(Article("a", "渡轮靠港", "渡轮。"), Article("b", "渡轮离港", "渡轮。"), Article("c", "渡轮停航", "渡轮。"));
        Add(Article("b", "改了标题", "没有那个词。"));
        using var baseline = Open();

        Assert.Equal(3, baseline.ArticleCount);
        Assert.Equal(["a", "c"], baseline.Search("渡轮", [], 10, CancellationToken.None).Order());
    }

    [Fact]
    public void It_takes_the_place_of_no_other_index_and_does_not_lie_in_its_own()
    {
        Add(Article("a", "渡轮靠港", "渡轮。"));
        using (var other = ArticleIndexer.Open(Folder))
        {
            other.Add(Article("x", "别的索引", "不可覆盖。"));
            other.Commit();
        }

        Assert.Contains("no baseline", Assert.Throws<IOException>(Open).Message);
        foreach (var folder in new[] { Index, Path.Combine(Index, "baseline") })
            Assert.Throws<IOException>(() => new BaselineBuilder(Index, folder).OpenOrBuild((_, _) => { }, CancellationToken.None));
    }

    [Fact]
    public void Without_an_index_there_is_none() => Assert.Throws<IndexNotFoundException>(Open);

    [Fact]
    public void A_building_that_is_stopped_leaves_nothing_that_passes_for_a_baseline()
    {
        Add(Article("a", "渡轮靠港", "渡轮。"), Article("b", "渡轮离港", "渡轮。"));
        using var stop = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => new BaselineBuilder(Index, Folder).OpenOrBuild((_, _) => stop.Cancel(), stop.Token));

        Assert.Equal((2, true), OpenAndCount());
    }

    private static Article Article(string id, string title, string body, string? source = "澜江日报") => new() { Id = id, Title = title, Body = body, Source = source };

    private Baseline Open() => new BaselineBuilder(Index, Folder).OpenOrBuild((_, _) => { }, CancellationToken.None);

    private (int Articles, bool WasBuilt) OpenAndCount()
    {
        var wasBuilt = false;
        using var baseline = new BaselineBuilder(Index, Folder).OpenOrBuild((_, _) => wasBuilt = true, CancellationToken.None);
        return (baseline.ArticleCount, wasBuilt);
    }

    private void Add(params Article[] articles)
    {
        using var indexer = ArticleIndexer.Open(Index);
        foreach (var article in articles) indexer.Add(article);
        indexer.Commit();
    }
}
