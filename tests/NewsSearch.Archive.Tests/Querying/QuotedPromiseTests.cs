using NewsSearch.Archive.Dictionary;
using NewsSearch.Archive.Importing;
using NewsSearch.Archive.Querying;
using NewsSearch.Archive.Searching;
using NewsSearch.Archive.Tests.Importing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests;
using NewsSearch.SmartCn.Normalization;

namespace NewsSearch.Archive.Tests.Querying;

/// <summary>
/// The substring promise: a text in quotes finds every article whose title or body contains it after normalisation, and no other. Texts are
/// 1 to 20 characters of random articles, beginning anywhere.
/// </summary>
public sealed class QuotedPromiseTests
{
    /// <summary>Names the folder of an index of the real articles, which is made where it is not set.</summary>
    private const string IndexVariable = "NEWSSEARCH_TEST_INDEX";

    private const int Seed = 4;

    [Fact]
    public void Of_the_sample_articles()
    {
        using var folder = new TemporaryFolder();
        Index(folder.FullName, [Repository.PathOf("index-data", "sample", "articles.jsonl")]);

        Check(folder.FullName, rounds: 2_000);
    }

    [SkippableFact]
    public void Of_all_real_articles()
    {
        Skip.IfNot(LongTests.AreOn, "NEWSSEARCH_LONG_TESTS is not 1.");
        var articles = SharedData.Folder("articles");
        using var folder = new TemporaryFolder();
        var index = Environment.GetEnvironmentVariable(IndexVariable);
        if (index is null) Index(index = folder.FullName, [articles]);

        Check(index, rounds: 20_000);
    }

    private static void Index(string folder, string[] paths)
    {
        using var indexer = ArticleIndexer.Open(folder);
        foreach (var imported in ArticleSources.FindFiles(paths).SelectMany(file => ArticleSources.Open(file).Read()))
            if (imported.Article is { } article) indexer.Add(article);
        indexer.Commit();
    }

    private static void Check(string folder, int rounds)
    {
        using var directory = new FileSystemDirectory(folder);
        using var reader = DirectoryReader.Open(directory);
        using var searcher = LocalNewsSearcher.Open(folder);
        var engine = new IndexSearcher(reader);
        var random = new Random(Seed);
        for (var round = 0; round < rounds; round++)
        {
            var article = ArticleSchema.ToArticle(reader.Document(random.Next(reader.MaxDoc)));
            var part = Part(random.Next(4) == 0 ? article.Title : article.Body, random);
            var normalized = TextNormalizer.Normalize(part);
            if (normalized.Length == 0) continue;
            var query = new NewsQuery { Text = Quote(part, random), Size = 100, WithFacets = false };
            var name = $"Seed {Seed}, round {round}: {query.Text} of {article.Id}";

            Assert.True(Finds(engine, query, article.Id), $"{name} is not found");
            var result = searcher.SearchAsync(query, CancellationToken.None).GetAwaiter().GetResult();
            Assert.True(result.Total > 0 && result.Reading.Notes.Count == 0, name);
            Assert.All(result.Hits, hit => Assert.True(Contains(searcher, hit.Id, normalized), $"{name}: {hit.Id} does not contain it"));
        }
    }

    /// <summary>1 to 20 whole characters of the text, wherever.</summary>
    private static string Part(string text, Random random)
    {
        var characters = text.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        return string.Concat(characters.Skip(random.Next(Math.Max(1, characters.Count))).Take(random.Next(1, 21)));
    }

    private static string Quote(string text, Random random)
    {
        var escaped = text;
        foreach (var quote in "\"“”「」『』＂") escaped = escaped.Replace(quote.ToString(), "\\" + quote, StringComparison.Ordinal);
        return random.Next(4) switch
        {
            0 => $"“{escaped}”",
            1 => $"「{escaped}」",
            _ => $"\"{escaped}\"",
        };
    }

    private static bool Finds(IndexSearcher engine, NewsQuery query, string id)
    {
        var strict = QueryPlan.Create(query, ReaderDictionary.Empty, Ranking.Default).Strict();
        return engine.Count(new BooleanQuery(
            BooleanClause.Must(strict), BooleanClause.Filter(new TermQuery(ArticleSchema.IdTerm(id))))) == 1;
    }

    private static bool Contains(LocalNewsSearcher searcher, string id, string normalized)
    {
        var article = searcher.FindArticleAsync(id, CancellationToken.None).GetAwaiter().GetResult()!;
        return TextNormalizer.Normalize(article.Title).Contains(normalized, StringComparison.Ordinal)
            || TextNormalizer.Normalize(article.Body).Contains(normalized, StringComparison.Ordinal);
    }
}
