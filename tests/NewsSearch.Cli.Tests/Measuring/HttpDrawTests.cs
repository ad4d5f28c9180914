using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using NewsSearch.Cli.Measuring;
using NewsSearch.Cli.Tests.Support;
using NewsSearch.Lucene.Tests;
using NewsSearch.Web;

namespace NewsSearch.Cli.Tests.Measuring;

/// <summary>Addresses for the load: all different, all of the search API, the same for the same seed.</summary>
public sealed class HttpDrawTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _count;

    public HttpDrawTests() =>
        _count = BenchCorpus.Write([Repository.PathOf("index-data", "sample", "articles.jsonl")], _folder.At("corpus"), most: 0);

    public void Dispose() => _folder.Delete();

    [Fact]
    public void No_address_comes_twice_and_every_kind_comes()
    {
        var asked = Draw(1);

        Assert.Equal(400, asked.Select(text => text.Text).Distinct().Count());
        Assert.Equal(BenchQuery.Ranked.Order(), asked.Select(text => text.Kind).Distinct().Order());
    }

    [Fact]
    public void Addresses_are_what_the_search_api_reads()
    {
        foreach (var asked in Draw(1))
        {
            var parts = asked.Text.Split('?');
            var query = SearchParameters.Read(new QueryCollection(QueryHelpers.ParseQuery(parts[1])));

            Assert.Equal("/api/search", parts[0]);
            Assert.NotEqual("", query.Text);
            Assert.Equal(asked.Kind == BenchQuery.Common, query.From is not null);
            Assert.Equal(asked.Kind == BenchQuery.Or, query.Text.Contains(" OR "));
            Assert.Equal(asked.Kind == BenchQuery.Phrase, query.Text.StartsWith('"'));
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_addresses_and_another_seed_others()
    {
        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));
    }

    private List<AskedText> Draw(ulong seed) => new HttpDraw(_folder.At("corpus"), _count, seed).Draw(400);
}
