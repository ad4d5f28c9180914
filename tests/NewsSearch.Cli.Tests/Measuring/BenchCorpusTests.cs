using NewsSearch.Cli.Measuring;
using NewsSearch.Cli.Tests.Support;

namespace NewsSearch.Cli.Tests.Measuring;

/// <summary>A corpus holds each article once, and every thread gets articles that no other gets.</summary>
public sealed class BenchCorpusTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Delete();

    [Fact]
    public void Of_two_articles_with_one_id_the_first_is_taken()
    {
        _folder.Write("articles.jsonl", Some.Line("x", title: "甲"), Some.Line("x", title: "乙"), Some.Line("y"));

        Assert.Equal(2, BenchCorpus.Write([_folder.At("articles.jsonl")], _folder.At("corpus"), most: 0));
        Assert.Equal(["甲", "滨江新桥今日通车"], Titles());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(29)]
    [InlineData(30)]
    [InlineData(31)]
    public void A_part_of_the_articles_has_the_size_asked_for(int most)
    {
        _folder.Write("articles.jsonl", Some.Lines(30));

        Assert.Equal(Math.Min(30, most), BenchCorpus.Write([_folder.At("articles.jsonl")], _folder.At("corpus"), most));
        Assert.Equal(Math.Min(30, most), Titles().Distinct().Count());
    }

    [Fact]
    public void Threads_share_the_articles()
    {
        _folder.Write("articles.jsonl", Some.Lines(500));
        BenchCorpus.Write([_folder.At("articles.jsonl")], _folder.At("corpus"), most: 0);
        using var corpus = new BenchCorpus(_folder.At("corpus"));
        var ids = new System.Collections.Concurrent.ConcurrentBag<string>();

        Parallel.For(0, 4, _ =>
        {
            foreach (var article in corpus.Rest()) ids.Add(article.Id);
        });

        Assert.Equal(500, ids.Count);
        Assert.Equal(500, ids.Distinct().Count());
    }

    [Fact]
    public void No_articles_are_an_error()
    {
        _folder.Write("articles.jsonl");

        Assert.Throws<InvalidDataException>(() => BenchCorpus.Write([_folder.At("articles.jsonl")], _folder.At("corpus"), most: 0));
    }

    private string[] Titles()
    {
        using var corpus = new BenchCorpus(_folder.At("corpus"));
        return [.. corpus.Rest().Select(article => article.Title)];
    }
}
