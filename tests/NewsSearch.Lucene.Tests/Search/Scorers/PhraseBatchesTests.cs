using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Scorers;
using NewsSearch.Lucene.Tests.Codecs.Terms;

namespace NewsSearch.Lucene.Tests.Search.Scorers;

/// <summary>Batches of a phrase, read from real postings, are what going from document to document gives.</summary>
public sealed class PhraseBatchesTests
{
    private static readonly float[] Penalties = Bm25.LengthPenalties(1);

    public static TheoryData<int, int> Shapes
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (var docCount in (int[])[1, 127, 128, 129, 255, 256, 257, 700, 3000])
                foreach (var most in (int[])[1, 4, 30, 1500]) data.Add(docCount, most);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Batches_hold_what_is_counted_place_by_place(int docCount, int most)
    {
        var random = new Random(31 * docCount + most);
        for (var round = 0; round < (most > 1000 ? 2 : 8); round++)
        {
            var texts = new RandomTexts(random, docCount, random.Next(2, 5), most);
            var expected = texts.CountPhrases();
            Assert.Equal(expected, Take(texts.CreateScorer(), random, needsScores: true));
            Assert.Equal(expected.Keys, Take(texts.CreateScorer(), random, needsScores: false).Keys);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 3)]
    [InlineData(2, 5)]
    [InlineData(8, 8)]
    public void Vectors_all_at_once_and_step_by_step_agree(int mostInVector, int mostAtOnce)
    {
        var random = new Random(mostInVector + 100 * mostAtOnce);
        for (var round = 0; round < 10; round++)
        {
            var texts = new RandomTexts(random, 600, random.Next(2, 5), 12);
            var batches = texts.CreateBatches();
            (batches.MostInVector, batches.MostAtOnce) = (Math.Min(batches.MostInVector, mostInVector), mostAtOnce);
            var (docIds, freqs) = (new int[1000], new int[1000]);
            var count = batches.Take(docIds, freqs, DocIdSetIterator.NoMoreDocs, float.NegativeInfinity);
            Assert.Equal(texts.CountPhrases(), new SortedDictionary<int, int>(docIds.Zip(freqs).Take(count).ToDictionary(pair => pair.First, pair => pair.Second)));
        }
    }

    [Fact]
    public void Who_went_some_steps_may_go_on_by_batches()
    {
        var random = new Random(5);
        for (var steps = 1; steps < 40; steps++)
        {
            var texts = new RandomTexts(random, 900, 2, 6);
            var expected = texts.CountPhrases();
            if (expected.Count <= steps) continue;
            var scorer = texts.CreateScorer();
            for (var i = 0; i < steps; i++) Assert.Equal(expected.Keys.ElementAt(i), scorer.NextDoc());
            Assert.Equal(expected.Skip(steps - 1), Take(scorer, random, needsScores: true));
        }
    }

    [Fact]
    public void What_is_above_the_least_score_of_interest_is_never_left_out()
    {
        var random = new Random(6);
        var texts = new RandomTexts(random, 2000, 2, 20);
        var expected = texts.CountPhrases();
        var similarity = new Bm25Scorer(1, Penalties, norms: null);
        foreach (var freq in expected.Values.Distinct())
        {
            var scorer = texts.CreateScorer();
            var minScore = similarity.Score(0, freq);
            scorer.SetMinCompetitiveScore(minScore);
            var taken = Take(scorer, random, needsScores: true);
            Assert.Subset(expected.Keys.ToHashSet(), taken.Keys.ToHashSet());
            Assert.Superset(expected.Where(pair => pair.Value > freq).Select(pair => pair.Key).ToHashSet(), taken.Keys.ToHashSet());
            Assert.All(taken, pair => Assert.Equal(expected[pair.Key], pair.Value));
        }
    }

    [Fact]
    public void A_cancelled_search_ends_while_it_verifies()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var scorer = new RandomTexts(new Random(7), 20_000, 2, 1, share: 1).CreateScorer(cancellation.Token);
        scorer.BeginBatches();

        Assert.Throws<OperationCanceledException>(() =>
        {
            while (scorer.DocId != DocIdSetIterator.NoMoreDocs) scorer.TakeBatch(new int[128], new float[128], DocIdSetIterator.NoMoreDocs);
        });
    }

    // The score of a document without a norm tells the frequency.
    private static SortedDictionary<int, int> Take(PhraseScorer scorer, Random random, bool needsScores)
    {
        var similarity = new Bm25Scorer(1, Penalties, norms: null);
        var freqs = Enumerable.Range(1, 2000).ToLookup(freq => similarity.Score(0, freq));
        var taken = new SortedDictionary<int, int>();
        if (scorer.DocId < 0) scorer.BeginBatches();
        for (var limit = 0; scorer.DocId != DocIdSetIterator.NoMoreDocs;)
        {
            limit = random.Next(4) == 0 ? DocIdSetIterator.NoMoreDocs : Math.Max(limit, scorer.DocId + random.Next(1, 500));
            var (docIds, scores) = (new int[128], new float[needsScores ? 128 : 0]);
            while (scorer.DocId < limit)
            {
                var count = scorer.TakeBatch(docIds, scores, limit);
                for (var i = 0; i < count; i++)
                {
                    Assert.True(docIds[i] < limit);
                    taken.Add(docIds[i], needsScores ? freqs[scores[i]].First() : 1);
                }
            }
        }

        return taken;
    }

    /// <summary>Documents in which each term of a phrase stands at random places, and the postings of the terms.</summary>
    private sealed class RandomTexts
    {
        private readonly SortedDictionary<int, int[]>[] _terms;
        private readonly int[] _offsets;
        private readonly SegmentInMemory _segment;

        public RandomTexts(Random random, int docCount, int termCount, int most, double? share = null)
        {
            _offsets = [.. Enumerable.Range(0, termCount).Select(term => term + (term > 0 && random.Next(4) == 0 ? random.Next(3) : 0))];
            _terms = [.. Enumerable.Range(0, termCount).Select(_ => RandomPostings(random, docCount, most, share ?? RandomShare(random)))];
            _segment = SegmentInMemory.Of(IndexOptions.DocsFreqsAndPositions, docCount, _terms.Select((places, term) => RandomTerms.Term(
                $"t{term}", [.. places.Select(posting => new ModelPosting(posting.Key, [.. posting.Value.Select(place => new Occurrence(place, 0, 0))]))])));
        }

        public SortedDictionary<int, int> CountPhrases()
        {
            var counts = new SortedDictionary<int, int>();
            foreach (var (docId, places) in _terms[0])
            {
                if (!Array.TrueForAll(_terms, term => term.ContainsKey(docId))) continue;
                var sets = Array.ConvertAll(_terms, term => term[docId].ToHashSet());
                var count = places.Count(place => Enumerable.Range(1, _terms.Length - 1).All(i => sets[i].Contains(place - _offsets[0] + _offsets[i])));
                if (count > 0) counts.Add(docId, count);
            }

            return counts;
        }

        public PhraseScorer CreateScorer(CancellationToken cancellationToken = default) =>
            new(CreatePositions(), new Bm25Scorer(1, Penalties, norms: null), needsFreq: true, cancellationToken);

        public PhraseBatches CreateBatches()
        {
            PhrasePosition[] positions = [.. CreatePositions().OrderBy(position => position.Postings.Cost)];
            foreach (var position in positions) position.Postings.NextDoc();
            return PhraseBatches.TryCreate(positions, new PhraseOccurrences(positions), new Bm25Scorer(1, Penalties, norms: null), CancellationToken.None)!;
        }

        private PhrasePosition[] CreatePositions() => [.. _offsets.Select((offset, term) =>
        {
            var cursor = _segment.OpenField().Iterator();
            Assert.True(cursor.SeekExact(RandomTerms.Term($"t{term}").Bytes));
            return new PhrasePosition(cursor.Postings(PostingsFeatures.Positions), offset);
        })];

        // A term is anything from rare to everywhere.
        private static double RandomShare(Random random) => random.Next(3) switch { 0 => 1, 1 => 0.5, _ => 0.05 };

        // A document holds it a few times or often.
        private static SortedDictionary<int, int[]> RandomPostings(Random random, int docCount, int most, double share)
        {
            var postings = new SortedDictionary<int, int[]>();
            for (var docId = 0; docId < docCount; docId++)
            {
                if (docId > 0 && random.NextDouble() >= share) continue;
                var freq = random.Next(20) == 0 ? random.Next(1, most + 1) : random.Next(1, Math.Min(most, 5) + 1);
                postings.Add(docId, RandomPlaces(random, freq));
            }

            return postings;
        }

        private static int[] RandomPlaces(Random random, int count)
        {
            var places = new SortedSet<int>();
            while (places.Count < count) places.Add(random.Next(3 * count));
            return [.. places];
        }
    }
}
