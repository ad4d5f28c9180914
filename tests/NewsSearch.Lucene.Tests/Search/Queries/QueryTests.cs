using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Tests.Search.Queries;

/// <summary>Queries are values: equal when made the same way, described in words, bounded in size.</summary>
public sealed class QueryTests
{
    private static readonly Func<Query>[] Makers =
    [
        () => new TermQuery("body", "新闻"),
        () => new TermQuery("title", "新闻"),
        () => new PhraseQuery("body", "上海", "合作"),
        () => new PhraseQuery("body", ["上海", "合作"], [0, 2]),
        () => new PrefixQuery("body", "上"),
        () => new TermSetQuery("id", "b", "a"),
        () => new DocValuesRangeQuery("day", 1, null),
        () => new DocValuesRangeQuery("day", null, 9),
        () => new DocValuesTermsQuery("source", "甲"),
        () => new MatchAllDocsQuery(),
        () => new MatchNoDocsQuery(),
        () => new ConstantScoreQuery(new TermQuery("body", "新闻")),
        () => new BoostQuery(new TermQuery("body", "新闻"), 2),
        () => new BoostQuery(new TermQuery("body", "新闻"), 3),
        () => new BooleanQuery(BooleanClause.Must(new TermQuery("body", "a")), BooleanClause.Should(new TermQuery("body", "b"))),
        () => new BooleanQuery(BooleanClause.Must(new TermQuery("body", "a")), BooleanClause.Filter(new TermQuery("body", "b"))),
        () => new BooleanQuery(BooleanClause.Should(new TermQuery("body", "a")), BooleanClause.Should(new TermQuery("body", "b"))) { MinimumShouldMatch = 2 },
        () => new PhraseQuery("body", "上海", "合作") { Slop = 2 },
        () => new PhraseQuery("body", "上海", "合作") { Slop = 3 },
        () => new MultiPhraseQuery("body", ["上海", "海上"], ["合作"]),
        () => new MultiPhraseQuery("body", [["上海", "海上"], ["合作"]], [0, 2]),
        () => new MultiPhraseQuery("body", ["上海", "海上"], ["合作"]) { Slop = 1 },
        () => new NearQuery(new PhraseQuery("body", "上海", "合作"), new PhraseQuery("body", "组织"), 5),
        () => new NearQuery(new PhraseQuery("body", "上海", "合作"), new PhraseQuery("body", "组织"), 4),
        () => new NearQuery(new PhraseQuery("body", "上海", "合作"), new PhraseQuery("body", "组织"), 5) { TermLength = 2 },
        () => new WildcardQuery("body", "上?*"),
        () => new FuzzyQuery("body", "c919"),
        () => new FuzzyQuery("body", "c919") { MaxEdits = 1 },
        () => new DisjunctionMaxQuery(new TermQuery("title", "a"), new TermQuery("body", "a")),
        () => new DisjunctionMaxQuery(new TermQuery("title", "a"), new TermQuery("body", "a")) { TieBreaker = 0.25f },
        () => TrieRangeQuery.OfInt64("time", 1, null),
        () => TrieRangeQuery.OfInt32("views", null, 9),
        () => new FunctionScoreQuery(new TermQuery("body", "a"), new RecencyBoost("day", 20000, 30, 0.5)),
    ];

    [Fact]
    public void Queries_made_the_same_way_are_equal_and_others_are_not()
    {
        for (var i = 0; i < Makers.Length; i++)
        {
            Assert.Equal(Makers[i](), Makers[i]());
            Assert.Equal(Makers[i]().GetHashCode(), Makers[i]().GetHashCode());
            for (var j = 0; j < i; j++) Assert.NotEqual(Makers[i](), Makers[j]());
        }
    }

    [Fact]
    public void Text_tells_what_is_searched()
    {
        string[] texts = [.. Makers.Select(make => make().ToString())];

        Assert.Equal(
            [
                "body:新闻", "title:新闻", "body:\"上海 合作\"", "body:\"上海 ? 合作\"", "body:上*", "id:(a | b)", "day:[1 TO *]", "day:[* TO 9]",
                "source:<甲>", "*:*", "(nothing)", "constant(body:新闻)", "body:新闻^2", "body:新闻^3", "(+body:a body:b)", "(+body:a #body:b)",
                "(body:a body:b)~2", "body:\"上海 合作\"~2", "body:\"上海 合作\"~3", "body:\"(上海 | 海上) 合作\"", "body:\"(上海 | 海上) ? 合作\"",
                "body:\"(上海 | 海上) 合作\"~1", "body:\"上海 合作\" near/5 body:\"组织\"",
                "body:\"上海 合作\" near/4 body:\"组织\"", "body:\"上海 合作\" near/5 body:\"组织\" (terms of 2)", "body:上?*", "body:c919~2", "body:c919~1", "(title:a | body:a)", "(title:a | body:a)~0.25", "time:[1 TO *]",
                "views:[* TO 9]", "body:a * (1 + 0.5 * 2^(-(20000 - day) / 30))",
            ],
            texts);
    }

    [Fact]
    public void A_thousand_and_twenty_four_clauses_are_the_most()
    {
        _ = Clauses(SearchLimits.MaxClauseCount);

        var error = Assert.Throws<TooManyClausesException>(() => Clauses(SearchLimits.MaxClauseCount + 1));
        Assert.Equal(1025, error.Found);
        Assert.Equal(1024, error.Limit);
    }

    [Fact]
    public void Clauses_of_inner_queries_count_as_well()
    {
        var half = Clauses(600);

        Assert.Throws<TooManyClausesException>(() => new BooleanQuery(BooleanClause.Must(half), BooleanClause.MustNot(new ConstantScoreQuery(half))));
    }

    [Fact]
    public void Queries_inside_queries_without_end_are_refused()
    {
        Query query = new TermQuery("body", "a");
        for (var depth = 2; depth <= SearchLimits.MaxDepth; depth++)
            query = depth % 2 == 0 ? new BoostQuery(query, 1) : new BooleanQuery(BooleanClause.Must(query));

        Assert.Throws<TooManyClausesException>(() => new BoostQuery(query, 1));
        Assert.Throws<TooManyClausesException>(() => new ConstantScoreQuery(query));
        Assert.Throws<TooManyClausesException>(() => new BooleanQuery(BooleanClause.Must(query)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_boost_is_a_number_from_0(float boost) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoostQuery(new MatchAllDocsQuery(), boost));

    [Fact]
    public void Phrases_need_a_position_for_each_term_in_ascending_order()
    {
        Assert.Throws<ArgumentException>(() => new PhraseQuery("body", ["a", "b"], [0]));
        Assert.Throws<ArgumentException>(() => new PhraseQuery("body", ["a", "b"], [1, 0]));
    }

    [Fact]
    public void Phrases_near_each_other_are_of_one_field_and_exact()
    {
        var phrase = new PhraseQuery("body", "上海", "合作");

        Assert.Throws<ArgumentException>(() => new NearQuery(phrase, new PhraseQuery("title", "组织"), 3));
        Assert.Throws<ArgumentException>(() => new NearQuery(phrase with { Slop = 1 }, phrase, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NearQuery(phrase, phrase, -1));
        Assert.Throws<TooManyClausesException>(() => new NearQuery(Phrase(1000), Phrase(25), 3));

        static PhraseQuery Phrase(int count) => new("body", [.. Enumerable.Repeat("a", count)]);
    }

    private static BooleanQuery Clauses(int count) =>
        new(Enumerable.Range(0, count).Select(i => BooleanClause.Should(new TermQuery(new Term("body", $"{i}")))));
}
