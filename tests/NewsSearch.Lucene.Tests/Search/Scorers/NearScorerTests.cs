using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Tests.Search.Scorers;

/// <summary>Two words stand near each other when few enough positions lie between them, whichever comes first.</summary>
public sealed class NearScorerTests
{
    private static readonly Bm25Scorer Similarity = new(1, Bm25.LengthPenalties(1), norms: null);

    [Theory]
    [InlineData("a b", 0, 1)]
    [InlineData("b a", 0, 1)]
    [InlineData("a x b", 0, 0)]
    [InlineData("a x b", 1, 1)]
    [InlineData("b x x a", 1, 0)]
    [InlineData("a b a", 0, 2)]
    [InlineData("b a b", 0, 1)]
    [InlineData("a x x b x x a", 2, 2)]
    public void Occurrences_of_the_first_with_the_second_near_them_are_counted(string text, int distance, int expected)
    {
        var scorer = Create(text, "a", "b", distance, needsFreq: true);

        Assert.Equal(expected > 0 ? 0 : DocIdSetIterator.NoMoreDocs, scorer.NextDoc());
        Assert.Equal(expected, scorer.PhraseFreq);
    }

    [Fact]
    public void An_occurrence_is_not_near_itself()
    {
        Assert.Equal(DocIdSetIterator.NoMoreDocs, Create("a x x x a", "a", "a", 2, needsFreq: true).NextDoc());
        Assert.Equal(0, Create("a x a", "a", "a", 2, needsFreq: true).NextDoc());
    }

    [Fact]
    public void Without_scores_the_first_occurrence_is_enough()
    {
        var scorer = Create("a b a b", "a", "b", 1, needsFreq: false);

        Assert.Equal(0, scorer.NextDoc());
        Assert.Equal(1, scorer.PhraseFreq);
    }

    private static NearScorer Create(string text, string first, string second, int distance, bool needsFreq) =>
        new(Phrase(text, first), Phrase(text, second), distance, Similarity, needsFreq, CancellationToken.None);

    private static NearPhrase Phrase(string text, string word)
    {
        var words = text.Split(' ');
        int[] places = [.. Enumerable.Range(0, words.Length).Where(place => words[place] == word)];
        return new NearPhrase([new PhrasePosition(new PositionList(new SortedDictionary<int, int[]> { [0] = places }), 0)], 1);
    }
}
