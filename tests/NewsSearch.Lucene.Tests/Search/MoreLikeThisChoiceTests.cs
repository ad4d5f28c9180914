using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>Looking up as few terms as possible chooses those that looking up all of them would.</summary>
public sealed class MoreLikeThisChoiceTests : IDisposable
{
    private const int Vocabulary = 2_000;

    private readonly MemoryDirectory _directory = new();
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public MoreLikeThisChoiceTests()
    {
        var random = new Random(1);
        using (var writer = IndexWriter.Open(_directory, new WhitespaceAnalyzer()))
        {
            foreach (var size in (int[])[40, 900, 1, 300, 7])
            {
                for (var i = 0; i < size; i++) writer.Add([Field.Text("title", RandomText(random, 5)), Field.Text("body", RandomText(random, 60))]);
                writer.Commit();
            }
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader, keepsTerms: false);
    }

    [Fact]
    public void The_terms_of_random_texts_are_the_best_of_all()
    {
        Assert.True(_reader.SegmentCount > 1);
        var cut = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            int[] counts = [0, 1, 3, 20, 100, 1_000];
            var options = new MoreLikeThisOptions
            {
                TermCount = counts[random.Next(counts.Length)],
                MinimumDocFreq = random.Next(4),
                MinimumTermFreq = random.Next(1, 3),
                MaximumDocFreqShare = random.Next(2) == 0 ? 0.05 : 1,
            };
            MoreLikeThisSource[] sources =
            [
                new("title", RandomText(random, random.Next(12)), 5.5f),
                new("body", RandomText(random, random.Next(3) == 0 ? 900 : 120)),
            ];
            var all = sources.SelectMany(source => Plainly(source, options)).ToList();
            if (all.Count > options.TermCount) cut++;
            var best = all.OrderByDescending(term => term.Weight).ThenBy(term => term.Term.Field, StringComparer.Ordinal)
                .ThenBy(term => term.Term.Text, StringComparer.Ordinal).Take(options.TermCount);

            var chosen = new MoreLikeThis(_searcher, new WhitespaceAnalyzer(), options).ChooseTerms(sources);
            Assert.True(best.SequenceEqual(chosen), $"seed {seed}");
            Assert.All(chosen, term => Assert.Equal(term.DocFreq, term.Lookup!.Statistics.DocFreq));
            Assert.All(chosen.Take(5), term => Assert.Equal(term.DocFreq, _searcher.Search(new TermQuery(term.Term) { Lookup = term.Lookup }, 1).TotalHits));
        }

        Assert.True(cut > 50, $"only {cut} texts had more terms than were wanted");
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    private IEnumerable<MoreLikeThisTerm> Plainly(MoreLikeThisSource source, MoreLikeThisOptions options) =>
        from word in source.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        group word by word into words
        let term = new Term(source.Field, words.Key)
        let freq = words.Count()
        let docFreq = _searcher.TermStatistics(term).DocFreq
        where freq >= options.MinimumTermFreq && docFreq >= Math.Max(1, options.MinimumDocFreq) && docFreq <= options.MaximumDocFreqShare * _reader.MaxDoc
        select new MoreLikeThisTerm(term, freq, docFreq, source.Boost * freq * Math.Log((1.0 + _reader.MaxDoc) / docFreq), source.Boost * freq);

    private static string RandomText(Random random, int length) =>
        string.Join(' ', Enumerable.Range(0, length).Select(_ => $"w{(int)(Vocabulary * Math.Pow(random.NextDouble(), 3))}"));
}
