using NewsSearch.Cli.Measuring;
using NewsSearch.Cli.Tests.Support;
using NewsSearch.Lucene.Tests;

namespace NewsSearch.Cli.Tests.Measuring;

/// <summary>Queries follow from corpus and seed, and ask for what the corpus holds.</summary>
public sealed class QueryDrawTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _count;

    public QueryDrawTests() =>
        _count = BenchCorpus.Write([Repository.PathOf("index-data", "sample", "articles.jsonl")], _folder.At("corpus"), most: 0);

    public void Dispose() => _folder.Delete();

    [Fact]
    public void The_same_seed_gives_the_same_queries_and_another_seed_others()
    {
        Assert.Equal(Lines(1), Lines(1));
        Assert.NotEqual(Lines(1), Lines(2));
    }

    [Fact]
    public void There_are_as_many_of_each_ranked_kind_and_a_quarter_of_every_other()
    {
        var kinds = new QueryDraw(_folder.At("corpus"), _count, 1).Draw(40).CountBy(query => query.Kind).ToDictionary();

        Assert.All(BenchQuery.Ranked, kind => Assert.Equal(10, kinds[kind]));
        Assert.All([BenchQuery.Related, BenchQuery.Fetch, BenchQuery.Literal], kind => Assert.Equal(10, kinds[kind]));
    }

    [Fact]
    public void Literals_stand_in_an_article_and_ids_are_of_articles()
    {
        using var corpus = new BenchCorpus(_folder.At("corpus"));
        var articles = corpus.Rest().ToList();
        var queries = new QueryDraw(_folder.At("corpus"), _count, 3).Draw(80).ToLookup(query => query.Kind);

        Assert.All(queries[BenchQuery.Literal], query => Assert.Contains(articles, article => article.Body.Contains(query.Words[0])));
        Assert.All(queries[BenchQuery.Fetch], query => Assert.Equal(10, query.Words.Length));
        Assert.All(queries[BenchQuery.Fetch].Concat(queries[BenchQuery.Related]).SelectMany(query => query.Words), id => Assert.Contains(articles, article => article.Id == id));
    }

    [Fact]
    public void A_file_of_queries_is_read_as_it_was_written()
    {
        BenchQuery[] queries = [new(BenchQuery.And, ["新闻", "大桥"]), new(BenchQuery.Literal, ["两 岸"]), new(BenchQuery.Or, ["a"])];
        BenchQuery.Write(_folder.At("queries"), queries);

        Assert.Equal(queries.Select(query => string.Join('|', query.Words)), BenchQuery.Read(_folder.At("queries"), BenchQuery.And, BenchQuery.Literal, BenchQuery.Or).Select(query => string.Join('|', query.Words)));
        Assert.Single(BenchQuery.Read(_folder.At("queries"), BenchQuery.Or));
    }

    private string[] Lines(ulong seed)
    {
        BenchQuery.Write(_folder.At("queries"), new QueryDraw(_folder.At("corpus"), _count, seed).Draw(40));
        return File.ReadAllLines(_folder.At("queries"));
    }
}
