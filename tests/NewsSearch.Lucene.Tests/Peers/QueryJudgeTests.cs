using NewsSearch.Lucene.Tests.Fixtures;
using static NewsSearch.Lucene.Tests.Peers.JudgeQuery;

namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>
/// Java Lucene and Lucene.NET agree on the fixtures in everything that the expectations record, so either may judge
/// our engine; and what the expectations do not record is checked against facts known from how the fixtures were made.
/// </summary>
public sealed class QueryJudgeTests
{
    private const float ScoreTolerance = 1e-6f;

    private static readonly Dictionary<string, string> FormsByName = new()
    {
        ["term body:经济"] = Term("body", "经济"),
        ["term body:𠮷野家"] = Term("body", "𠮷野家"),
        ["term title:C919^2"] = Boost(2, Term("title", "C919")),
        ["or body:新闻 经济 海洋"] = Bool(Should(Term("body", "新闻")), Should(Term("body", "经济")), Should(Term("body", "海洋"))),
        ["and body:上海 合作 组织"] = Bool(Must(Term("body", "上海")), Must(Term("body", "合作")), Must(Term("body", "组织"))),
        ["phrase body:\"上海 合作\""] = Phrase("body", "上海", "合作"),
        ["phrase body:\"新闻 经济 发展\""] = Phrase("body", "新闻", "经济", "发展"),
        ["sloppy body:\"经济 新闻\"~3"] = SloppyPhrase(3, "body", "经济", "新闻"),
        ["prefix body:词1*"] = Prefix("body", "词1"),
        ["wildcard body:词?5*"] = Wildcard("body", "词?5*"),
        ["range day_trie:[15500 TO 16000]"] = TrieRange("day_trie", 4, 15500, 16000),
        ["all"] = All,
        ["freqs_only:卫星"] = Term("freqs_only", "卫星"),
        ["terms_only:卫星"] = Term("terms_only", "卫星"),
        ["with_offsets phrase"] = Phrase("with_offsets", "新闻", "经济"),
        ["+body:经济 -body:新闻 title:上海"] = Bool(Must(Term("body", "经济")), MustNot(Term("body", "新闻")), Should(Term("title", "上海"))),
    };

    public static TheoryData<string> Fixtures => LuceneNetFixture.Names;

    [SkippableTheory]
    [MemberData(nameof(Fixtures))]
    public void Queries_find_what_Lucene_NET_found(string name)
    {
        var fixture = LuceneNetFixture.Open(name);
        using var judge = JavaLucene.OpenJudge(fixture.IndexPath);

        Assert.All(fixture.Expected.Queries, expected =>
        {
            var actual = judge.Search(FormsByName[expected.Key]);
            Assert.Equal(expected.Value.Total, actual.Total);
            Assert.Equal(expected.Value.Hits.Select(hit => hit.Id), actual.Top.Select(hit => hit.Id));
            Assert.All(expected.Value.Hits.Zip(actual.Top), pair => Assert.InRange(
                pair.Second.Score, pair.First.Score * (1 - ScoreTolerance), pair.First.Score * (1 + ScoreTolerance)));
        });
    }

    [SkippableTheory]
    [MemberData(nameof(Fixtures))]
    public void Statistics_are_those_of_Lucene_NET(string name)
    {
        var expected = LuceneNetFixture.Open(name).Expected;
        using var judge = JavaLucene.OpenJudge(LuceneNetFixture.Open(name).IndexPath);

        Assert.Equal(new JudgeIndexFacts(expected.MaxDoc, expected.NumDocs, expected.Segments), judge.Index());
        Assert.Equal(new JudgeFieldFacts(expected.BodySumTotalTermFreq, expected.BodySumDocFreq, expected.BodyDocCount), judge.Field("body"));
        Assert.All(expected.Terms, term =>
        {
            var actual = judge.Term("body", term.Text);
            Assert.Equal((term.DocFreq, term.TotalTermFreq), (actual.DocFreq, actual.TotalTermFreq));
        });
        Assert.Null(judge.Field("no such field"));
    }

    [SkippableTheory]
    [MemberData(nameof(Fixtures))]
    public void Stored_fields_and_doc_values_are_those_of_Lucene_NET(string name)
    {
        var fixture = LuceneNetFixture.Open(name);
        using var judge = JavaLucene.OpenJudge(fixture.IndexPath);
        var days = judge.DocValues("day");
        var views = judge.DocValues("views");
        var sources = judge.DocValues("source_dv");
        var tags = judge.DocValues("tag_dv");

        Assert.All(fixture.Expected.Sample, expected =>
        {
            var docId = Assert.Single(judge.Search(Term("id", expected.Id)).Top).DocId;
            var stored = judge.Stored(docId).Where(field => field.Type == "string").ToLookup(field => field.Name, field => field.Text);
            Assert.Equal([expected.Title, expected.Body, expected.Source], [.. stored["title"], .. stored["body"], .. stored["source"]]);
            Assert.Equal(expected.Day.ToString(), Text(Assert.Single(days[docId])));
            Assert.Equal(expected.Views.ToString(), Text(Assert.Single(views[docId])));
            Assert.Equal(expected.Source, Text(Assert.Single(sources[docId])));
            Assert.Equal(stored["tag"].Distinct().Order(StringComparer.Ordinal), tags[docId].Select(Text));
        });
    }

    [SkippableFact]
    public void Postings_hold_what_the_text_of_the_document_says()
    {
        var fixture = LuceneNetFixture.Open("one-segment");
        using var judge = JavaLucene.OpenJudge(fixture.IndexPath);
        var article = fixture.Expected.Sample[0];
        var docId = judge.Search(Term("id", article.Id)).Top[0].DocId;

        var posting = judge.Postings("body", "新闻").Single(posting => posting.DocId == docId);

        var words = article.Body.Split(' ');
        var expected = Enumerable.Range(0, words.Length).Where(i => words[i] == "新闻").ToArray();
        Assert.Equal(expected.Length, posting.Freq);
        Assert.Equal(expected, posting.Positions.Select(position => position.Position));
        Assert.All(judge.Postings("terms_only", "卫星"), other => Assert.Null(other.Freq));
        Assert.All(judge.Postings("with_offsets", "新闻"), other => Assert.All(
            other.Positions, position => Assert.Equal(2, position.EndOffset - position.StartOffset)));
    }

    [SkippableFact]
    public void Terms_come_in_the_order_of_their_bytes()
    {
        using var judge = JavaLucene.OpenJudge(LuceneNetFixture.Open("plain").IndexPath);

        var terms = judge.Terms("body");

        Assert.True(terms.Count > 2000);
        Assert.All(terms.Zip(terms.Skip(1)), pair => Assert.True(pair.First.Bytes.AsSpan().SequenceCompareTo(pair.Second.Bytes) < 0));
        Assert.Equal(judge.Field("body")!.SumDocFreq, terms.Sum(term => term.DocFreq));
        Assert.Equal(judge.Field("body")!.SumTotalTermFreq, terms.Sum(term => term.TotalTermFreq));
    }

    [SkippableFact]
    public void A_range_of_doc_values_finds_what_the_trie_range_finds()
    {
        using var judge = JavaLucene.OpenJudge(LuceneNetFixture.Open("plain").IndexPath);

        Assert.Equal(Ids(judge.Search(TrieRange("day_trie", 4, 15500, 16000), 4000)), Ids(judge.Search(Range("day", 15500, 16000), 4000)));
    }

    [SkippableFact]
    public void A_range_that_holds_0_leaves_out_documents_without_a_value()
    {
        using var judge = JavaLucene.OpenJudge(LuceneNetFixture.Open("plain").IndexPath);

        var everySeventh = judge.Search(Range("sparse", null, null), 4000);

        Assert.Equal(528, everySeventh.Total);
        Assert.All(everySeventh.Top, hit => Assert.Equal(0, int.Parse(hit.Id![1..]) % 7));
        Assert.Equal(everySeventh.Total, judge.Search(Range("sparse", 0, null)).Total);
    }

    [SkippableFact]
    public void A_filter_narrows_and_adds_nothing_to_the_score()
    {
        using var judge = JavaLucene.OpenJudge(LuceneNetFixture.Open("plain").IndexPath);

        var filtered = judge.Search(Bool(Must(Term("title", "上海")), Filter(Term("body", "经济"))), 4000);
        var scored = judge.Search(Term("title", "上海"), 4000).Top.ToDictionary(hit => hit.DocId, hit => hit.Score);

        Assert.NotInRange(filtered.Total, scored.Count, int.MaxValue);
        Assert.All(filtered.Top, hit => Assert.Equal(scored[hit.DocId], hit.Score));
        Assert.All(judge.Search(Bool(Filter(Term("body", "经济")))).Top, hit => Assert.Equal(0f, hit.Score));
        Assert.Equal(2830, judge.Search(Bool(Filter(Term("body", "经济")), Should(Term("title", "上海")))).Total);
    }

    [SkippableFact]
    public void Sorting_is_by_the_value_and_then_by_document_number()
    {
        using var judge = JavaLucene.OpenJudge(LuceneNetFixture.Open("plain").IndexPath);

        var bySource = judge.Search(All, 4000, SortByString("source_dv", descending: true), SortByLong("day", descending: false)).Top;
        var bySparse = judge.Search(All, 4000, SortByLong("sparse", descending: false, missing: long.MaxValue)).Top;

        var keys = bySource.Select(hit => (Source: hit.SortValues[0]!, Day: long.Parse(hit.SortValues[1]!), hit.DocId)).ToArray();
        Assert.Equal(keys.OrderByDescending(key => key.Source, StringComparer.Ordinal).ThenBy(key => key.Day).ThenBy(key => key.DocId), keys);
        Assert.Equal(3692, bySparse.Count);
        Assert.Equal(528, bySparse.TakeWhile(hit => hit.SortValues[0] != long.MaxValue.ToString()).Count());
    }

    [SkippableFact]
    public void Terms_that_look_like_syntax_reach_Lucene_as_they_are()
    {
        using var judge = JavaLucene.OpenJudge(LuceneNetFixture.Open("plain").IndexPath);

        Assert.Equal(0, judge.Search(Term("body", "(bool \"% \t)")).Total);
        Assert.Equal(0, judge.Search(Term("body", "")).Total);
    }

    [SkippableFact]
    public void A_form_that_is_unknown_is_an_error_and_the_session_goes_on()
    {
        using var judge = JavaLucene.OpenJudge(LuceneNetFixture.Open("plain").IndexPath);

        var thrown = Assert.Throws<QueryJudgeException>(() => judge.Search("(nearly body 新闻)"));

        Assert.Contains("no such query: (nearly)", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(3692, judge.Search(All, 0).Total);
    }

    private static HashSet<string?> Ids(JudgeHits hits) => [.. hits.Top.Select(hit => hit.Id)];

    private static string Text(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);
}
