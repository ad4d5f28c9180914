using NewsSearch.Archive.Dictionary;
using NewsSearch.Archive.Importing;
using NewsSearch.Archive.Querying;
using NewsSearch.Archive.Suggesting;
using NewsSearch.Archive.Tests.Importing;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;
using NewsSearch.SmartCn.Pinyin;

namespace NewsSearch.Archive.Tests.Suggesting;

/// <summary>
/// Whatever is typed and whatever was deleted: every suggestion, taken as a query, finds an article, and none is there twice. What a correction
/// says it finds, it finds.
/// </summary>
public sealed class CompletionPropertyTests
{
    [Fact]
    public void In_the_sample_articles() => Check(Path.Combine(Repository, "index-data", "sample", "articles.jsonl"), 600, new Random(1));

    [SkippableTheory]
    [InlineData("chinanews-sohu-2016-2020")]
    [InlineData("finance-flash-2026h1")]
    [InlineData("cctv-2012-2019")]
    public void In_real_articles(string name) => Check(Path.Combine(SharedData.Folder("articles"), name + ".jsonl.gz"), 600, new Random(2));

    private static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "NewsSearch.sln"))) folder = folder.Parent!;
            return folder.FullName;
        }
    }

    private static void Check(string file, int rounds, Random random)
    {
        var articles = ArticleSources.Open(file).Read().Where(item => item.Article is not null).Select(item => item.Article!).Take(2_000).ToList();
        using var directory = new MemoryDirectory();
        using (var writer = IndexWriter.Open(directory, ArticleSchema.Analyzer))
        {
            foreach (var article in articles) writer.Add(ArticleSchema.ToDocument(article));
            writer.Commit();
            foreach (var article in articles.Where(_ => random.Next(5) == 0)) writer.Delete(ArticleSchema.IdTerm(article.Id));
            writer.Commit();
        }

        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        for (var round = 0; round < rounds; round++)
        {
            var typed = Typed(articles[random.Next(articles.Count)], random);
            CheckSuggestions(searcher, typed);
            CheckCorrection(searcher, typed);
        }
    }

    private static void CheckSuggestions(IndexSearcher searcher, string typed)
    {
        var found = new Completion(searcher, text => Read(new NewsQuery { Text = text })).Complete(typed, 10, CancellationToken.None);
        Assert.True(found.Count <= 10);
        Assert.Equal(found.Count, found.Select(suggestion => (suggestion.Query, suggestion.Kind)).Distinct().Count());
        Assert.All(found, suggestion =>
        {
            Assert.True(suggestion.Articles > 0, $"{typed}: {suggestion}");
            Assert.True(searcher.Count(Read(new NewsQuery { Text = suggestion.Query })!) > 0, $"{typed}: {suggestion}");
        });
    }

    private static void CheckCorrection(IndexSearcher searcher, string typed)
    {
        var query = new NewsQuery { Text = typed };
        if (Read(query) is not { } read) return;
        var total = searcher.Count(read);
        var better = new Corrector(searcher, Read, CancellationToken.None).Find(query, total);
        if (better is null) return;
        Assert.True(better.Total > total && total <= Corrector.FewHits, $"{typed}: {better}");
        Assert.Equal(better.Total, searcher.Count(Read(new NewsQuery { Text = better.Text })!));
    }

    private static Query? Read(NewsQuery query)
    {
        try
        {
            return QueryPlan.Create(query, ReaderDictionary.Empty, Ranking.Default).Strict();
        }
        catch (NewsQueryException)
        {
            return null;
        }
    }

    /// <summary>A part of the article as a reader types it: characters, pinyin, initials, a mixture, or with a mistake.</summary>
    private static string Typed(Article article, Random random)
    {
        var text = random.Next(3) switch
        {
            0 when article.Keywords.Count > 0 => article.Keywords[random.Next(article.Keywords.Count)],
            1 when article.Source is { } source => source,
            _ => article.Title,
        };
        text = text[..random.Next(1, Math.Min(text.Length, 12) + 1)];
        if (char.IsHighSurrogate(text[^1])) text = text[..^1];
        var spelling = PinyinSpeller.Spell(text).FirstOrDefault(new PinyinSpelling("a", "a", 1));
        return random.Next(5) switch
        {
            0 => spelling.Full[..random.Next(1, spelling.Full.Length + 1)],
            1 => spelling.Initials,
            2 when text.Length > 1 => text[..1] + PinyinSpeller.Spell(text[1..]).Select(found => found.Full).FirstOrDefault(),
            3 when text.Length > 1 => text[..^1] + (char)random.Next('一', '龟'),
            _ => text,
        };
    }
}
