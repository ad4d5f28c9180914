using System.Diagnostics;
using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>Queries made to exhaust the machine either answer soon or are refused in words.</summary>
public sealed class HostileQueryTests(HostileQueryTests.LongTexts index) : IClassFixture<HostileQueryTests.LongTexts>
{
    // Each takes milliseconds; a machine may be slow, but not without bound.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    public static TheoryData<string, int> Patterns => new()
    {
        { "*", 52 }, { "**********", 52 }, { string.Concat(Enumerable.Repeat("?*", 500)), 1 }, { string.Concat(Enumerable.Repeat("*a", 500)) + "*b", 1 },
        { new string('?', 1024), 0 }, { string.Concat(Enumerable.Repeat("*", 1023)) + "x", 0 }, { "\\", 0 }, { "", 0 },
    };

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Patterns_of_wildcards_are_answered(string pattern, int expected) =>
        Assert.Equal(expected, Answer(new WildcardQuery("body", pattern)).TotalHits);

    [Fact]
    public void A_pattern_of_a_million_characters_is_refused() =>
        Assert.Throws<TooManyClausesException>(() => new WildcardQuery("body", new string('*', 1_000_000)));

    [Theory]
    [InlineData(10_000, 1)]
    [InlineData(10_001, 1)]
    [InlineData(10_003, 0)]
    [InlineData(1_000_000, 0)]
    public void A_word_of_ten_thousand_characters_is_answered_approximately(int length, int expected) =>
        Assert.Equal(expected, Answer(new FuzzyQuery("body", new string('a', length))).TotalHits);

    [Fact]
    public void A_thousand_approximate_words_are_refused() => Assert.Throws<TooManyClausesException>(() =>
        new BooleanQuery(Enumerable.Range(0, 1000).Select(i => BooleanClause.Should(new FuzzyQuery("body", $"word{i}")))));

    [Fact]
    public void A_thousand_patterns_are_refused() => Assert.Throws<TooManyClausesException>(() =>
        new BooleanQuery(Enumerable.Range(0, 1000).Select(i => BooleanClause.Should(new WildcardQuery("body", $"*{i}*")))));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void A_phrase_of_a_thousand_words_is_answered(int slop)
    {
        var words = Enumerable.Range(0, 1000).Select(i => $"w{i}").ToArray();

        Assert.Equal(1, Answer(new PhraseQuery("body", words) { Slop = slop }).TotalHits);
    }

    [Fact]
    public void A_phrase_of_one_word_a_thousand_times_is_answered_exactly_and_refused_with_slop()
    {
        var words = Enumerable.Repeat("the", 1000).ToArray();

        Assert.Equal(1, Answer(new PhraseQuery("body", words)).TotalHits);
        var error = Assert.Throws<TooManyClausesException>(() => new PhraseQuery("body", words) { Slop = 1 });
        Assert.Contains("repeated terms in a phrase with slop", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_repetitions_as_are_allowed_are_answered()
    {
        var words = Enumerable.Repeat("the", SearchLimits.MaxSloppyRepeats).ToArray();

        Assert.Equal(1, Answer(new PhraseQuery("body", words) { Slop = int.MaxValue }).TotalHits);
    }

    [Fact]
    public void Positions_and_slop_as_large_as_numbers_go_do_not_overflow()
    {
        Assert.Equal(0, Answer(new PhraseQuery("body", ["the", "the"], [0, int.MaxValue])).TotalHits);
        Assert.Equal(1, Answer(new PhraseQuery("body", ["w0", "w1"], [0, int.MaxValue]) { Slop = int.MaxValue }).TotalHits);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PhraseQuery("body", ["the", "w1"], [-1, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PhraseQuery("body", "the", "w1") { Slop = -1 });
    }

    [Fact]
    public void Queries_inside_queries_without_end_are_refused() => Assert.Throws<TooManyClausesException>(() =>
    {
        Query query = new TermQuery("body", "the");
        for (var i = 0; i < 100_000; i++)
            query = i % 2 == 0 ? new DisjunctionMaxQuery(query) : new FunctionScoreQuery(query, new RecencyBoost("day", 1, 1, 1));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(int.MaxValue)]
    public void Trie_ranges_of_any_precision_step_are_answered(int precisionStep)
    {
        Assert.Equal(0, Answer(TrieRangeQuery.OfInt64("body", long.MinValue, long.MaxValue, precisionStep)).TotalHits);
        Assert.Equal(0, Answer(TrieRangeQuery.OfInt64("body", long.MinValue + 1, long.MaxValue - 1, precisionStep)).TotalHits);
        Assert.Equal(0, Answer(TrieRangeQuery.OfInt32("body", int.MinValue + 1, int.MaxValue - 1, precisionStep)).TotalHits);
    }

    [Fact]
    public void A_search_among_many_terms_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => index.Searcher.Count(new WildcardQuery("body", "*x*y*z"), cancellation.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => index.Searcher.Count(new FuzzyQuery("body", "zzzzzz"), cancellation.Token));
    }

    private TopDocs Answer(Query query)
    {
        var time = Stopwatch.StartNew();
        var found = index.Searcher.Search(query, 10);
        Assert.True(time.Elapsed < Bound, $"{time.Elapsed}");
        foreach (var hit in found.ScoreDocs) Assert.Equal(hit.Score, index.Searcher.Explain(query, hit.DocId).Value);
        return found;
    }

    /// <summary>A text of a thousand different words, one of a word 20,000 times, one of a word of 10,000 characters, and many words besides.</summary>
    public sealed class LongTexts : IDisposable
    {
        private readonly MemoryDirectory _directory = new();
        private readonly DirectoryReader _reader;

        public LongTexts()
        {
            using (var writer = IndexWriter.Open(_directory, new WhitespaceAnalyzer()))
            {
                Add(writer, string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"w{i}")) + " the");
                Add(writer, string.Join(' ', Enumerable.Repeat("the", 20_000)));
                Add(writer, new string('a', 10_000) + "b");
                for (var i = 0; i < 49; i++) Add(writer, string.Join(' ', Enumerable.Range(i * 200, 200).Select(word => $"{word * 7919L % 1_000_003:x}")));
                writer.Commit();
            }

            _reader = DirectoryReader.Open(_directory);
            Searcher = new IndexSearcher(_reader);
        }

        public IndexSearcher Searcher { get; }

        public void Dispose()
        {
            _reader.Dispose();
            _directory.Dispose();
        }

        private static void Add(IndexWriter writer, string text) => writer.Add(new Document { Field.Text("body", text) });
    }
}
