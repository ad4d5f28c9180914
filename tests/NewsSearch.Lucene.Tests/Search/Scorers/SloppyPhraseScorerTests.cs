using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Tests.Search.Scorers;

/// <summary>A phrase with slop is found where its terms stand near their places; the nearer, the more it counts.</summary>
public sealed class SloppyPhraseScorerTests
{
    private static readonly Bm25Scorer Similarity = new(1, Bm25.LengthPenalties(1), norms: null);

    // Frequencies as Java Lucene 4.10.4 counts them, worked out by hand from its rules.
    [Theory]
    [InlineData("a b", "a b", 3, 1.0)]
    [InlineData("b a", "a b", 3, 1 / 3.0)]
    [InlineData("b a", "a b", 1, 0.0)]
    [InlineData("a x b", "a b", 1, 0.5)]
    [InlineData("a x x b", "a b", 1, 0.0)]
    [InlineData("a b x a b", "a b", 1, 2.0)]
    [InlineData("a", "a a", 5, 0.0)]
    [InlineData("a a", "a a", 5, 1.0)]
    [InlineData("a x a", "a a", 5, 0.5)]
    public void Hand_counted_texts(string text, string phrase, int slop, double expected)
    {
        var scorer = CreateScorer(text.Split(' '), [.. phrase.Split(' ').Select((word, i) => new PhraseSlot(i, [word]))], slop, needsFreq: true);

        Assert.Equal(expected == 0 ? DocIdSetIterator.NoMoreDocs : 0, scorer!.NextDoc());
        Assert.Equal(expected, scorer.PhraseFreq, 5);
    }

    [Fact]
    public void Random_texts_give_the_frequencies_of_the_naive_sweep()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            string[] text = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => $"{random.Next(6)}")];
            PhraseSlot[] slots = RandomSlots(random);
            var slop = random.Next(1, 12);

            var expected = NaivePhrase.Freq(text, [.. slots.Select(slot => slot.Terms)], [.. slots.Select(slot => slot.Position)], slop);
            foreach (var needsFreq in new[] { true, false })
            {
                var scorer = CreateScorer(text, slots, slop, needsFreq);
                var isFound = scorer is not null && scorer.NextDoc() == 0;
                Assert.True(isFound == expected > 0, $"Seed {seed}");
                if (isFound && needsFreq) Assert.True(Math.Abs(expected - scorer!.PhraseFreq) < 1e-5 * expected, $"Seed {seed}: {expected}, not {scorer.PhraseFreq}");
            }
        }
    }

    [Fact]
    public void Repeated_terms_are_never_found_at_one_place()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            string[] text = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => $"{random.Next(3)}")];
            string[] phrase = [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => $"{random.Next(2)}")];

            var scorer = CreateScorer(text, [.. phrase.Select((word, i) => new PhraseSlot(i, [word]))], slop: 1000, needsFreq: true);
            var hasAll = phrase.GroupBy(word => word).All(same => text.Count(word => word == same.Key) >= same.Count());

            Assert.True(hasAll == (scorer is not null && scorer.NextDoc() == 0), $"Seed {seed}: {string.Join(' ', phrase)} in {string.Join(' ', text)}");
        }
    }

    private static PhraseSlot[] RandomSlots(Random random)
    {
        var words = Enumerable.Range(0, 6).Select(word => $"{word}").ToArray();
        random.Shuffle(words);
        var position = 0;
        return [.. words.Take(random.Next(2, 6)).Chunk(random.Next(1, 3)).Select(terms => new PhraseSlot(position += random.Next(3), terms)), new PhraseSlot(position + 1, [words[5]])];
    }

    private static SloppyPhraseScorer? CreateScorer(string[] text, PhraseSlot[] slots, int slop, bool needsFreq)
    {
        var positions = new List<SloppyPosition>();
        foreach (var slot in slots)
        {
            PostingsEnum[] postings = [.. slot.Terms.Select(term => PlacesOf(text, term)).OfType<PostingsEnum>()];
            if (postings.Length == 0) return null;
            positions.Add(new SloppyPosition(postings.Length == 1 ? postings[0] : new UnionPostingsEnum(postings), slot.Position, positions.Count));
        }

        return new SloppyPhraseScorer(new SloppyPositions([.. positions], PhraseRepeats.Find(slots)), slop, Similarity, needsFreq, CancellationToken.None);
    }

    private static PositionList? PlacesOf(string[] text, string term)
    {
        int[] places = [.. Enumerable.Range(0, text.Length).Where(place => text[place] == term)];
        return places.Length == 0 ? null : new PositionList(new SortedDictionary<int, int[]> { [0] = places });
    }
}
