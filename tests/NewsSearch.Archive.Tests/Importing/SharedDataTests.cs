using NewsSearch.Archive.Importing;

namespace NewsSearch.Archive.Tests.Importing;

/// <summary>Real news: every row is answered for, and the project's reference page has the parts it should have.</summary>
public sealed class SharedDataTests
{
    [SkippableFact]
    public void The_reference_page_has_every_part()
    {
        var folder = SharedData.Folder("pages");
        var page = Assert.Single(ArticleSources.FindFiles([folder]));
        var article = Assert.Single(ArticleSources.Open(page).Read()).Article!;
        Assert.Equal("新闻频道/国内新闻", article.Channel.Text);
        Assert.Equal(20, article.Title.Length);
        Assert.Equal("2024-05-21T18:02:47.0000000+08:00", article.PublishedAt?.ToString("O"));
        Assert.Equal("外交部网站", article.Source);
        Assert.Equal(12, article.Body.Split('\n').Length);
        Assert.EndsWith("(外交部网站)", article.Body);
        Assert.DoesNotContain("免责声明", article.Body);
        Assert.DoesNotContain("相关阅读", article.Body);
        Assert.Equal(10, article.Related.Count);
        Assert.All(article.Related, link =>
        {
            Assert.Equal("05-22", link.Date);
            Assert.EndsWith("...", link.Snippet);
            Assert.InRange(link.Title.Length, 10, 40);
        });
    }

    [SkippableFact]
    public void Every_row_is_an_article_or_is_refused_with_a_reason()
    {
        var folder = SharedData.Folder("articles");
        var (articles, refusals) = (0, new Dictionary<string, int>());
        foreach (var result in ArticleSources.FindFiles([folder]).SelectMany(file => ArticleSources.Open(file).Read()))
        {
            if (result.Article is not null) articles++;
            else refusals[result.Refusal!.Reason] = refusals.GetValueOrDefault(result.Refusal.Reason) + 1;
        }

        Assert.Equal(105_107, articles);
        Assert.Equal(new Dictionary<string, int> { ["has no title"] = 477 }, refusals);
    }
}
