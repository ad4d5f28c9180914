using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Tests.Search.Scorers;

/// <summary>A phrase is where all its terms stand at their distances; how often is counted exactly.</summary>
public sealed class PhraseScorerTests
{
    private static readonly Bm25Scorer Similarity = new(1, Bm25.LengthPenalties(1), norms: null);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(PhraseScorer.MostAtOnce)]
    public void Random_texts_give_the_frequencies_that_counting_gives_all_at_once_or_step_by_step(int mostAtOnce)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            int[][] texts = [.. Enumerable.Range(0, 60).Select(_ => RandomWords(random, random.Next(30), random.Next(2, 6)))];
            int[] phrase = RandomWords(random, random.Next(2, 5), 3);
            int[] offsets = RandomOffsets(random, phrase.Length);

            var scorer = CreateScorer(texts, phrase, offsets, needsFreq: true, mostAtOnce: mostAtOnce);
            for (var docId = 0; docId < texts.Length; docId++)
            {
                var expected = CountPhrase(texts[docId], phrase, offsets);
                if (expected == 0) continue;
                Assert.True(scorer.NextDoc() == docId, $"Seed {seed}: document {docId}");
                Assert.True(expected == scorer.Freq, $"Seed {seed}: document {docId}, {expected} times, not {scorer.Freq}");
                Assert.Equal(Similarity.Score(docId, expected), scorer.Score());
            }

            Assert.True(scorer.NextDoc() == DocIdSetIterator.NoMoreDocs, $"Seed {seed}: a document too many");
        }
    }

    [Fact]
    public void A_phrase_that_repeats_a_word_may_overlap_itself()
    {
        var scorer = CreateScorer([[1, 1, 1, 1]], [1, 1], [0, 1], needsFreq: true);

        Assert.Equal(0, scorer.NextDoc());
        Assert.Equal(3, scorer.Freq);
    }

    [Fact]
    public void Without_scores_the_first_occurrence_is_enough()
    {
        var scorer = CreateScorer([[1, 2, 1, 2]], [1, 2], [0, 1], needsFreq: false);

        Assert.Equal(0, scorer.NextDoc());
        Assert.Equal(1, scorer.Freq);
    }

    [Fact]
    public void A_cancelled_search_ends_while_it_verifies()
    {
        int[] reversed = [2, 1];
        int[][] texts = [.. Enumerable.Repeat(reversed, 5000)];
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var scorer = CreateScorer(texts, [1, 2], [0, 1], needsFreq: true, cancellationToken: cancellation.Token);

        Assert.Throws<OperationCanceledException>(() => scorer.NextDoc());
    }

    private static int[] RandomWords(Random random, int count, int vocabulary) => [.. Enumerable.Range(0, count).Select(_ => random.Next(vocabulary))];

    private static int[] RandomOffsets(Random random, int count)
    {
        var offsets = new int[count];
        for (var i = 1; i < count; i++) offsets[i] = offsets[i - 1] + (random.Next(4) == 0 ? random.Next(3) : 1);
        return offsets;
    }

    private static int CountPhrase(int[] text, int[] phrase, int[] offsets) => Enumerable.Range(0, text.Length).Count(start =>
        Enumerable.Range(0, phrase.Length).All(i => start + offsets[i] < text.Length && text[start + offsets[i]] == phrase[i]));

    private static PhraseScorer CreateScorer(
        int[][] texts, int[] phrase, int[] offsets, bool needsFreq, int mostAtOnce = PhraseScorer.MostAtOnce, CancellationToken cancellationToken = default)
    {
        var positions = phrase.Select((word, i) => new PhrasePosition(new PositionList(PositionsOf(texts, word)), offsets[i]));
        return new PhraseScorer([.. positions], Similarity, needsFreq, cancellationToken, mostAtOnce);
    }

    private static SortedDictionary<int, int[]> PositionsOf(int[][] texts, int word)
    {
        var positions = new SortedDictionary<int, int[]>();
        for (var docId = 0; docId < texts.Length; docId++)
        {
            int[] places = [.. Enumerable.Range(0, texts[docId].Length).Where(place => texts[docId][place] == word)];
            if (places.Length > 0) positions.Add(docId, places);
        }

        return positions;
    }
}
