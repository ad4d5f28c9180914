using NewsSearch.Archive.Importing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests;
using NewsSearch.Lucene.Tests.Peers;

namespace NewsSearch.Archive.Tests.Peers;

/// <summary>
/// Three hundred queries drawn from the articles of an index (single words, AND, OR of 2 to 4, phrases, mixed must and must-not) have the
/// same totals, the same best twenty and the same scores in Java Lucene 4.10.4.
/// </summary>
public sealed class JavaAgreementTests
{
    /// <summary>Names the folder of a large index that <c>newssearch index</c> made; the second test is skipped without it.</summary>
    private const string IndexVariable = "NEWSSEARCH_TEST_INDEX";

    private const int Seed = 521;

    [SkippableFact]
    public void On_the_sample_articles()
    {
        using var folder = new TemporaryFolder();
        using (var indexer = ArticleIndexer.Open(folder.FullName))
        {
            var sample = ArticleSources.Open(Repository.PathOf("index-data", "sample", "articles.jsonl"));
            foreach (var imported in sample.Read()) indexer.Add(imported.Article!);
            indexer.Commit();
        }

        var report = JavaLucene.CheckIndex(folder.FullName);
        Assert.True(report.IsClean, report.Output);
        Compare(folder.FullName);
    }

    [SkippableFact]
    public void On_a_large_index()
    {
        var folder = Environment.GetEnvironmentVariable(IndexVariable);
        Skip.If(folder is null, $"{IndexVariable} names no index.");
        Compare(folder);
    }

    private static void Compare(string folder)
    {
        using var directory = new FileSystemDirectory(folder);
        using var reader = DirectoryReader.Open(directory);
        using var judge = JavaLucene.OpenJudge(folder);
        var searcher = new IndexSearcher(reader);
        var random = new Random(Seed);
        var withHits = 0;
        for (var number = 0; number < 300; number++)
        {
            var query = DrawQuery(random, reader, number);
            var ours = searcher.Search(query.Query, 20);
            if (ours.TotalHits > 0) withHits++;

            var difference = HitComparison.FindDifference(ours, judge.Search(query.Form));

            Assert.True(difference is null, $"Query {number} of seed {Seed}, {query.Form}: {difference}");
        }

        Assert.True(withHits > 200, $"only {withHits} of 300 queries have hits");
    }

    private static PairedQuery DrawQuery(Random random, DirectoryReader reader, int number)
    {
        var words = DrawWords(random, reader);
        var others = DrawWords(random, reader);
        var field = random.Next(4) == 0 ? ArticleSchema.Title : ArticleSchema.Body;
        PairedQuery Word(List<string> from) => PairedQuery.Term(field, from[random.Next(from.Count)]);
        return (number % 6) switch
        {
            0 => Word(words),
            1 => PairedQuery.Bool((Occur.Must, Word(words)), (Occur.Must, Word(words))),
            2 => PairedQuery.Bool([.. Enumerable.Range(0, 2 + random.Next(3)).Select(_ => (Occur.Should, Word(random.Next(2) == 0 ? words : others)))]),
            3 => Phrase(random, words),
            4 => PairedQuery.Bool((Occur.Must, Word(words)), (Occur.Should, Word(words)), (Occur.MustNot, Word(others))),
            _ => PairedQuery.Bool((Occur.Must, Word(words)), (Occur.Must, PairedQuery.Bool((Occur.Should, Word(words)), (Occur.Should, Phrase(random, words)))), (Occur.MustNot, Word(others))),
        };
    }

    private static PairedQuery Phrase(Random random, List<string> words)
    {
        var start = random.Next(Math.Max(1, words.Count - 3));
        return PairedQuery.Phrase(ArticleSchema.Body, [.. words.Skip(start).Take(2 + random.Next(2))]);
    }

    /// <summary>The longest run of words of an article's body that follow each other without a gap.</summary>
    private static List<string> DrawWords(Random random, DirectoryReader reader)
    {
        while (true)
        {
            var body = ArticleSchema.ToArticle(reader.Document(random.Next(reader.MaxDoc))).Body;
            var stream = ArticleSchema.Analyzer.CreateStream(ArticleSchema.Body);
            stream.Reset(body.AsMemory());
            var best = new List<string>();
            var run = new List<string>();
            while (stream.MoveNext())
            {
                if (stream.PositionIncrement != 1) run = [];
                run.Add(stream.Term.ToString());
                if (run.Count > best.Count) best = run;
            }

            if (best.Count >= 4) return best;
        }
    }
}
