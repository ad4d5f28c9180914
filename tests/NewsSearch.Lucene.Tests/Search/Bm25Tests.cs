using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Search;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>BM25 against numbers worked out by hand; agreement with Lucene itself is tested on whole indexes.</summary>
public sealed class Bm25Tests
{
    [Theory]
    [InlineData(0, 0, 0.693147)]
    [InlineData(1, 1, 0.287682)]
    [InlineData(1, 100, 4.209655)]
    [InlineData(50, 100, 0.693147)]
    [InlineData(100, 100, 0.004963)]
    public void Idf_is_the_logarithm_of_one_and_the_odds_against_the_term(long docFreq, long maxDoc, float expected) =>
        Assert.Equal(expected, Bm25.Idf(docFreq, maxDoc), 0.000001f);

    [Theory]
    [InlineData(50, 20, 2.5)]
    [InlineData(-1, 20, 1)]
    [InlineData(0, 20, 1)]
    public void The_mean_length_counts_all_documents_and_is_1_where_nothing_was_counted(long occurrences, int maxDoc, float expected) =>
        Assert.Equal(expected, Bm25.AverageLength(new CollectionStatistics("body", maxDoc, 7, occurrences, 3)));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 4)]
    [InlineData(4, 4)]
    [InlineData(16, 16)]
    [InlineData(100, 113.777778)]
    [InlineData(1000, 1024)]
    public void A_length_goes_through_one_byte(int length, float expected) =>
        Assert.Equal(expected, Bm25.LengthOf((byte)SmallFloat.EncodeNorm(1, length)), expected * 1e-6f);

    [Fact]
    public void A_document_of_mean_length_is_scored_by_frequency_and_rarity_alone()
    {
        var scorer = new Bm25Scorer(2, Bm25.LengthPenalties(4), new FixedNorms(SmallFloat.EncodeNorm(1, 4)));

        Assert.Equal(2 * 2.2f * 3 / (3 + 1.2f), scorer.Score(0, 3), 0.000001f);
    }

    [Fact]
    public void Without_norms_length_does_not_count()
    {
        var scorer = new Bm25Scorer(2, Bm25.LengthPenalties(4), norms: null);

        Assert.Equal(2 * 2.2f / 2.2f, scorer.Score(0, 1), 0.000001f);
    }

    [Fact]
    public void A_long_document_scores_less_than_a_short_one()
    {
        var penalties = Bm25.LengthPenalties(100);
        var scores = Enumerable.Range(1, 12)
            .Select(i => new Bm25Scorer(1, penalties, new FixedNorms(SmallFloat.EncodeNorm(1, 1 << i))).Score(0, 1)).ToArray();

        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Equal(scores.Distinct(), scores);
    }
}
