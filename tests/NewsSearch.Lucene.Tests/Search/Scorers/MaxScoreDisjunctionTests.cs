using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Search.Scorers;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Search.Scorers;

/// <summary>Passing over what is not competitive changes no hit and no bit of a score, over segments of many windows and few documents.</summary>
public sealed class MaxScoreDisjunctionTests : IClassFixture<MaxScoreDisjunctionTests.LargeIndex>
{
    private const int Seed = 20261123;
    private const int Queries = 300;

    private readonly IndexSearcher _searcher;

    public MaxScoreDisjunctionTests(LargeIndex index) => _searcher = new IndexSearcher(index.Reader);

    [Fact]
    public void The_best_hits_of_random_disjunctions_are_those_of_the_plain_way()
    {
        var (passedOver, hits, passedOverWithout, hitsWithout) = (0L, 0L, 0L, 0L);
        for (var seed = Seed; seed < Seed + Queries; seed++)
        {
            var random = new Random(seed);
            var query = RandomQuery(random);
            int[] sizes = [1, 2, 10, 30, 200, 5_000];
            var size = sizes[random.Next(sizes.Length)];
            var plain = _searcher.Search(query, size);
            var best = _searcher.Search(query, new SearchOptions { Size = size, CountsHits = false });
            Assert.True(plain.ScoreDocs.SequenceEqual(best.ScoreDocs), $"seed {seed}, {size} hits of {query}");
            passedOver += plain.TotalHits - best.TotalHits;
            hits += plain.TotalHits;
            if (!query.Clauses.Any(clause => clause.Occur == Occur.MustNot)) continue;
            passedOverWithout += plain.TotalHits - best.TotalHits;
            hitsWithout += plain.TotalHits;
        }

        Assert.True(passedOver > hits / 2, $"only {passedOver} of {hits} hits were passed over");
        Assert.True(passedOverWithout > hitsWithout / 2, $"only {passedOverWithout} of {hitsWithout} hits of queries with an exclusion were passed over");
    }

    [Fact]
    public void Where_all_hits_are_counted_the_best_have_the_scores_that_they_have_among_all()
    {
        for (var seed = Seed; seed < Seed + Queries / 3; seed++)
        {
            var random = new Random(seed);
            var query = RandomQueryOfOptionalParts(random);
            int[] sizes = [1, 2, 10, 30, 200];
            var size = sizes[random.Next(sizes.Length)];
            var all = _searcher.Search(query, _searcher.Reader.MaxDoc);
            var best = _searcher.Search(query, size);
            Assert.True(all.ScoreDocs.Take(size).SequenceEqual(best.ScoreDocs), $"seed {seed}, {size} hits of {query}");
            Assert.Equal(all.TotalHits, best.TotalHits);
            Assert.Equal(all.TotalHits, _searcher.Count(query));
        }
    }

    [Fact]
    public void A_page_further_down_is_the_same()
    {
        var query = RandomQuery(new Random(Seed));
        var plain = _searcher.Search(query, new SearchOptions { From = 90, Size = 10 });
        Assert.Equal(10, plain.ScoreDocs.Count);
        Assert.Equal(plain.ScoreDocs, _searcher.Search(query, new SearchOptions { From = 90, Size = 10, CountsHits = false }).ScoreDocs);
    }

    [Fact]
    public void Hits_of_score_0_come_too()
    {
        var query = new BooleanQuery(Should(LargeIndex.Word(1), 0), Should(LargeIndex.Word(3), 0));
        var plain = _searcher.Search(query, 500);
        Assert.Equal(0, plain.ScoreDocs[0].Score);
        Assert.Equal(plain.ScoreDocs, _searcher.Search(query, new SearchOptions { Size = 500, CountsHits = false }).ScoreDocs);
    }

    private static BooleanQuery RandomQuery(Random random)
    {
        var count = random.Next(3) == 0 ? random.Next(2, 5) : random.Next(5, 100);
        var clauses = Enumerable.Range(0, count).Select(_ => Should(LargeIndex.RandomWord(random), random.Next(4) == 0 ? 5.5f * random.Next(1, 4) : random.Next(1, 6)));
        var any = new BooleanQuery(clauses);
        return random.Next(3) == 0
            ? new BooleanQuery(BooleanClause.Must(any), BooleanClause.MustNot(new TermQuery("body", LargeIndex.RandomWord(random))))
            : any;
    }

    /// <summary>As many documents as the terms that rank them, or fewer, or more; now and then with positions to be looked at, or inside other scores.</summary>
    private static Query RandomQueryOfOptionalParts(Random random)
    {
        var words = Enumerable.Range(0, random.Next(1, 5)).Select(_ => LargeIndex.RandomWord(random)).ToList();
        var any = new BooleanQuery(words.Select(word => Should(word, random.Next(1, 4) / 8f)));
        var ranking = words.Select(word => Should(word, random.Next(1, 6))).Append(Should(LargeIndex.RandomWord(random), 1)).ToList();
        if (random.Next(2) == 0) ranking.Add(BooleanClause.Should(new PhraseQuery("body", words[0], LargeIndex.Word(random.Next(3)))));
        var query = new BooleanQuery([random.Next(2) == 0 ? BooleanClause.Must(any) : BooleanClause.Filter(any), .. ranking]);
        return random.Next(6) switch
        {
            2 => new FunctionScoreQuery(query, new RecencyBoost("day", 1_000, 100, random.Next(1, 4) / 4.0)),
            3 => new BooleanQuery(BooleanClause.Must(query), BooleanClause.MustNot(new TermQuery("body", LargeIndex.RandomWord(random)))),
            0 => new DisjunctionMaxQuery([query, new TermQuery("body", LargeIndex.RandomWord(random))]),
            1 => new BooleanQuery(BooleanClause.Must(query), BooleanClause.Must(new TermQuery("body", LargeIndex.Word(1)))),
            _ => query,
        };
    }

    private static BooleanClause Should(string word, float boost) => BooleanClause.Should(new BoostQuery(new TermQuery("body", word), boost));

    /// <summary>Segments of less than a window, of just one and of more, some documents deleted.</summary>
    public sealed class LargeIndex : IDisposable
    {
        private const int Vocabulary = 3_000;

        private readonly MemoryDirectory _directory = new();

        public LargeIndex()
        {
            var random = new Random(Seed);
            using (var writer = IndexWriter.Open(_directory, new WhitespaceAnalyzer()))
            {
                foreach (var size in (int[])[300, MaxScoreBuffers.WindowSize, 127, 2 * MaxScoreBuffers.WindowSize + 1_000])
                {
                    for (var i = 0; i < size; i++) writer.Add(RandomDocument(random));
                    writer.Commit();
                }

                for (var i = 0; i < 20; i++) writer.Delete(new Term("group", $"{random.Next(100)}"));
                writer.Commit();
            }

            Reader = DirectoryReader.Open(_directory);
        }

        public DirectoryReader Reader { get; }

        public void Dispose()
        {
            Reader.Dispose();
            _directory.Dispose();
        }

        /// <summary>A word by its rank: those of low rank are common.</summary>
        public static string Word(int rank) => $"w{rank}";

        public static string RandomWord(Random random) => Word((int)(Vocabulary * Math.Pow(random.NextDouble(), 4)));

        private static Document RandomDocument(Random random)
        {
            var words = string.Join(' ', Enumerable.Range(0, random.Next(1, 20)).Select(_ => RandomWord(random)));
            Document document = [Field.Text("body", words), Field.Keyword("group", $"{random.Next(100)}")];
            if (random.Next(5) > 0) document.Add(Field.NumericColumn("day", random.Next(1_100)));
            return document;
        }
    }
}
