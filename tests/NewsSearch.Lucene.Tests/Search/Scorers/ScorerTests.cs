using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Tests.Search.Scorers;

/// <summary>However scorers are combined and whichever way they are walked, they find the same documents with the same scores.</summary>
public sealed class ScorerTests
{
    private const int Rounds = 150;

    [Fact]
    public void Step_by_step_all_documents_come_with_their_scores() => ForRandomTrees((tree, _) =>
    {
        var scorer = tree.CreateScorer();
        Assert.Equal(-1, scorer.DocId);
        var found = new SortedDictionary<int, float>();
        for (var docId = scorer.NextDoc(); docId != DocIdSetIterator.NoMoreDocs; docId = scorer.NextDoc())
        {
            Assert.Equal(docId, scorer.DocId);
            found.Add(docId, scorer.Score());
        }

        Assert.Equal(DocIdSetIterator.NoMoreDocs, scorer.DocId);
        Assert.Equal(tree.Expected, found);
    });

    [Fact]
    public void Advancing_ends_at_the_first_document_from_the_target_on() => ForRandomTrees((tree, random) =>
    {
        var scorer = tree.CreateScorer();
        while (scorer.DocId != DocIdSetIterator.NoMoreDocs)
        {
            var isStep = random.Next(3) == 0;
            var target = scorer.DocId + (isStep ? 1 : random.Next(1, 300));
            var reached = isStep ? scorer.NextDoc() : scorer.Advance(target);
            Assert.Equal(tree.Expected.Keys.FirstOrDefault(docId => docId >= target, DocIdSetIterator.NoMoreDocs), reached);
            if (reached != DocIdSetIterator.NoMoreDocs && random.Next(2) == 0) Assert.Equal(tree.Expected[reached], scorer.Score());
        }
    });

    [Fact]
    public void Among_the_candidates_those_that_match_are_all_documents() => ForRandomTrees((tree, _) =>
    {
        var scorer = tree.CreateScorer();
        var candidates = scorer.Approximation;
        var found = new SortedDictionary<int, float>();
        while (candidates.NextDoc() != DocIdSetIterator.NoMoreDocs)
            if (scorer.Matches()) found.Add(candidates.DocId, scorer.Score());
        Assert.Equal(tree.Expected, found);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void In_batches_of_any_size_all_documents_come_with_their_scores(bool needsScores) => ForRandomTrees((tree, random) =>
    {
        var scorer = tree.CreateScorer();
        var docIds = new int[random.Next(1, 200)];
        var scores = new float[needsScores ? docIds.Length : 0];
        var found = new SortedDictionary<int, float>();
        scorer.BeginBatches();
        while (scorer.DocId != DocIdSetIterator.NoMoreDocs)
        {
            var limit = scorer.DocId + random.Next(1, 4000);
            while (scorer.DocId < limit)
            {
                var count = scorer.TakeBatch(docIds, scores, limit);
                for (var i = 0; i < count; i++)
                {
                    Assert.True(docIds[i] < limit);
                    found.Add(docIds[i], needsScores ? scores[i] : tree.Expected[docIds[i]]);
                }
            }
        }

        Assert.Equal(tree.Expected, found);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Asked_for_documents_it_tells_those_that_match_with_their_scores(bool needsScores) => ForRandomTrees((tree, random) =>
    {
        var scorer = tree.CreateScorer();
        var share = Math.Pow(random.NextDouble(), 2);
        int[] asked = [.. Enumerable.Range(0, tree.MaxDoc).Where(_ => random.NextDouble() < share)];
        foreach (var docIds in asked.Chunk(random.Next(1, Scorer.BatchSize + 1)))
        {
            // What was there before must not matter.
            var matches = new bool[docIds.Length];
            Array.Fill(matches, random.Next(2) == 0);
            var scores = new float[needsScores ? docIds.Length : 0];
            Array.Fill(scores, float.NaN);
            scorer.Probe(docIds, matches, scores);

            Assert.Equal(docIds.Select(tree.Expected.ContainsKey), matches);
            if (needsScores) Assert.Equal(docIds.Select(docId => tree.Expected.GetValueOrDefault(docId)), scores);
        }
    });

    private static void ForRandomTrees(Action<ScorerTree, Random> check)
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            int[] sizes = [0, 1, 127, 128, 129, 500, 2047, 2048, 2049, 5000];
            var tree = ScorerTree.Random(random, sizes[random.Next(sizes.Length)], random.Next(4));
            try
            {
                check(tree, random);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Seed {seed}: {tree.Description}", error);
            }
        }
    }
}
