using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Fixtures;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>On indexes that Lucene.NET wrote, our searcher answers what Lucene.NET itself answered: totals, order, scores.</summary>
public sealed class LuceneNetSearchTests
{
    private const float ScoreTolerance = 1e-5f;

    private static readonly Dictionary<string, Query> QueriesByName = new()
    {
        ["term body:经济"] = new TermQuery("body", "经济"),
        ["term body:𠮷野家"] = new TermQuery("body", "𠮷野家"),
        ["term title:C919^2"] = new BoostQuery(new TermQuery("title", "C919"), 2),
        ["or body:新闻 经济 海洋"] = Words(Occur.Should, "新闻", "经济", "海洋"),
        ["and body:上海 合作 组织"] = Words(Occur.Must, "上海", "合作", "组织"),
        ["phrase body:\"上海 合作\""] = new PhraseQuery("body", "上海", "合作"),
        ["phrase body:\"新闻 经济 发展\""] = new PhraseQuery("body", "新闻", "经济", "发展"),
        ["sloppy body:\"经济 新闻\"~3"] = new PhraseQuery("body", "经济", "新闻") { Slop = 3 },
        ["wildcard body:词?5*"] = new WildcardQuery("body", "词?5*"),
        ["range day_trie:[15500 TO 16000]"] = TrieRangeQuery.OfInt64("day_trie", 15500, 16000, precisionStep: 4),
        ["prefix body:词1*"] = new PrefixQuery("body", "词1"),
        ["all"] = new MatchAllDocsQuery(),
        ["freqs_only:卫星"] = new TermQuery("freqs_only", "卫星"),
        ["terms_only:卫星"] = new TermQuery("terms_only", "卫星"),
        ["with_offsets phrase"] = new PhraseQuery("with_offsets", "新闻", "经济"),
        ["+body:经济 -body:新闻 title:上海"] = new BooleanQuery(
            BooleanClause.Must(new TermQuery("body", "经济")),
            BooleanClause.MustNot(new TermQuery("body", "新闻")),
            BooleanClause.Should(new TermQuery("title", "上海"))),
    };

    public static TheoryData<string> Fixtures => LuceneNetFixture.Names;

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Queries_find_what_Lucene_NET_found(string name)
    {
        var fixture = LuceneNetFixture.Open(name);
        using var directory = new FileSystemDirectory(fixture.IndexPath);
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);

        Assert.Equal(QueriesByName.Keys.Order(StringComparer.Ordinal), fixture.Expected.Queries.Keys.Order(StringComparer.Ordinal));
        Assert.All(QueriesByName, query =>
        {
            var expected = fixture.Expected.Queries[query.Key];
            var actual = searcher.Search(query.Value, 20);
            Assert.Equal(expected.Total, actual.TotalHits);
            Assert.Equal(expected.Total, searcher.Count(query.Value));
            Assert.Equal(expected.Hits.Select(hit => hit.Id), actual.ScoreDocs.Select(hit => searcher.Document(hit.DocId).Text("id")));
            Assert.All(expected.Hits.Zip(actual.ScoreDocs), pair => Assert.InRange(
                pair.Second.Score, pair.First.Score * (1 - ScoreTolerance), pair.First.Score * (1 + ScoreTolerance)));
        });
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Ranges_of_trie_terms_find_what_ranges_of_the_column_find(string name)
    {
        using var directory = FixtureDirectory.Open(name);
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        var random = new Random(48);
        for (var i = 0; i < 200; i++)
        {
            long? minimum = random.Next(10) == 0 ? null : random.NextInt64(15000, 20000);
            long? maximum = random.Next(10) == 0 ? null : (minimum ?? 16000) + random.NextInt64(-2, 1 << random.Next(14));

            var byTerms = searcher.Search(TrieRangeQuery.OfInt64("day_trie", minimum, maximum, precisionStep: 4), reader.MaxDoc);

            // The document that was updated has the column only.
            var byColumn = searcher.Search(
                new BooleanQuery(
                    BooleanClause.Must(new DocValuesRangeQuery("day", minimum, maximum)),
                    BooleanClause.Filter(TrieRangeQuery.OfInt64("day_trie", null, null, precisionStep: 4))),
                reader.MaxDoc);

            Assert.Equal(byColumn.ScoreDocs, byTerms.ScoreDocs);
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Statistics_are_those_of_Lucene_NET(string name)
    {
        var fixture = LuceneNetFixture.Open(name);
        using var directory = new FileSystemDirectory(fixture.IndexPath);
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);

        Assert.Equal(
            new CollectionStatistics(
                "body", fixture.Expected.MaxDoc, fixture.Expected.BodyDocCount, fixture.Expected.BodySumTotalTermFreq, fixture.Expected.BodySumDocFreq),
            searcher.CollectionStatistics("body"));
        Assert.All(fixture.Expected.Terms, term =>
        {
            var actual = searcher.TermStatistics(new("body", term.Text));
            Assert.Equal((term.DocFreq, term.TotalTermFreq), (actual.DocFreq, actual.TotalTermFreq));
        });
    }

    private static BooleanQuery Words(Occur occur, params string[] words) =>
        new(words.Select(word => new BooleanClause(occur, new TermQuery("body", word))));
}
