using NewsSearch.Archive.Journaling;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Indexing;

namespace NewsSearch.Archive.Tests;

/// <summary>
/// Acknowledged writes outlive an indexer that never commits, and are in the commit of one that does; bulk additions are all
/// or nothing; the order of the writes to one article is the same in the index and in the journal.
/// </summary>
public sealed class ArticleIndexerTests
{
    [Fact]
    public async Task Acknowledged_writes_are_there_without_a_commit()
    {
        using var directory = new MemoryDirectory();
        var (first, second, third) = (Some.Article("第一"), Some.Article("第二"), Some.Article("第三"));
        using (var indexer = ArticleIndexer.Open(directory))
        {
            await indexer.AddAsync(first);
            await indexer.AddAsync(second);
            await indexer.AddAsync(third);
            await indexer.AddAsync(second with { Title = "新的第二" });
            await indexer.DeleteAsync(third.Id);
            Assert.Equal(4, indexer.Added);
        }

        using (var again = ArticleIndexer.Open(directory))
        {
            Assert.Equal(new JournalRecovery(5, 0), again.Recovery);
            again.Commit();
        }

        Assert.Equal(["新的第二", "第一"], Titles(directory));
        Assert.DoesNotContain(directory.ListAll(), name => name.EndsWith(".journal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_commit_remembers_how_far_it_goes()
    {
        using var directory = new MemoryDirectory();
        using (var indexer = ArticleIndexer.Open(directory))
        {
            await indexer.AddAsync(Some.Article("甲"));
            indexer.Commit();
            await indexer.AddAsync(Some.Article("乙"));
        }

        using (var reader = DirectoryReader.Open(directory)) Assert.Equal("1", reader.UserData[JournalFormat.CommitKey]);
        using (var indexer = ArticleIndexer.Open(directory))
        {
            Assert.Equal(1, indexer.Recovery.WriteCount);
            indexer.Commit();
            indexer.Commit();
        }

        using (var reader = DirectoryReader.Open(directory)) Assert.Equal("2", reader.UserData[JournalFormat.CommitKey]);
        using (var indexer = ArticleIndexer.Open(directory)) Assert.Equal(0, indexer.Recovery.WriteCount);
        Assert.Equal(["乙", "甲"], Titles(directory));
    }

    [Fact]
    public void Bulk_additions_need_no_journal_and_are_dropped_without_a_commit()
    {
        using var directory = new MemoryDirectory();
        using (var indexer = ArticleIndexer.Open(directory))
        {
            indexer.Add(Some.Article("甲"));
            indexer.Commit();
            indexer.Add(Some.Article("乙"));
            Assert.Equal(0, indexer.SyncCount);
        }

        using (var indexer = ArticleIndexer.Open(directory)) indexer.Commit();
        Assert.Equal(["甲"], Titles(directory));
    }

    [Fact]
    public async Task A_bulk_addition_after_an_acknowledged_one_prevails_once_committed()
    {
        using var directory = new MemoryDirectory();
        var article = Some.Article("旧");
        using (var indexer = ArticleIndexer.Open(directory))
        {
            await indexer.AddAsync(article);
            indexer.Add(article with { Title = "新" });
            indexer.Commit();
        }

        using (var indexer = ArticleIndexer.Open(directory)) indexer.Commit();
        Assert.Equal(["新"], Titles(directory));
    }

    [Fact]
    public async Task An_article_that_the_index_refuses_is_not_in_the_journal()
    {
        using var directory = new MemoryDirectory();
        using (var indexer = ArticleIndexer.Open(directory))
        {
            await indexer.AddAsync(Some.Article("好"));
            var tooLong = Some.Article() with { Id = new string('长', 20_000) };
            await Assert.ThrowsAnyAsync<ArgumentException>(() => indexer.AddAsync(tooLong));
            await indexer.AddAsync(Some.Article("也好"));
        }

        using (var indexer = ArticleIndexer.Open(directory))
        {
            Assert.Equal(2, indexer.Recovery.WriteCount);
            indexer.Commit();
        }

        Assert.Equal(["也好", "好"], Titles(directory));
    }

    [Fact]
    public async Task Writes_to_one_article_have_the_same_order_in_index_and_journal()
    {
        using var directory = new MemoryDirectory();
        using var copy = new MemoryDirectory();
        using (var indexer = ArticleIndexer.Open(directory))
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
            {
                for (var number = 0; number < 60; number++)
                {
                    var id = "id" + (number % 3);
                    if ((number + caller) % 5 == 0) await indexer.DeleteAsync(id);
                    else await indexer.AddAsync(new Article { Id = id, Title = $"{id}，{caller}，{number}", Body = "" });
                }
            })));
            foreach (var name in directory.ListAll().Where(name => name.EndsWith(".journal", StringComparison.Ordinal)))
                copy.WriteFile(name, directory.ReadFile(name));
            indexer.Commit();
        }

        using (var indexer = ArticleIndexer.Open(copy))
        {
            Assert.Equal(480, indexer.Recovery.WriteCount);
            indexer.Commit();
        }

        Assert.Equal(Titles(directory), Titles(copy));
    }

    [Fact]
    public async Task Commits_between_writes_of_many_callers_lose_nothing()
    {
        using var directory = new MemoryDirectory();
        using (var indexer = ArticleIndexer.Open(directory))
        {
            var callers = Enumerable.Range(0, 4).Select(caller => Task.Run(async () =>
            {
                for (var number = 0; number < 50; number++)
                {
                    if (number % 12 == caller) indexer.Commit();
                    await indexer.AddAsync(new Article { Id = $"{caller}-{number}", Title = $"{caller}-{number}", Body = "" });
                }
            }));
            await Task.WhenAll(callers);
        }

        using (var indexer = ArticleIndexer.Open(directory)) indexer.Commit();
        Assert.Equal(200, Titles(directory).Count);
    }

    [Fact]
    public async Task After_a_full_disk_nothing_is_committed_and_what_was_acknowledged_is_there()
    {
        using var directory = new FullDirectory();
        using (var indexer = ArticleIndexer.Open(directory))
        {
            await indexer.AddAsync(Some.Article("已经答应"));
            directory.Room = 100;
            var error = await Assert.ThrowsAsync<IOException>(() => indexer.AddAsync(Some.Article("没有答应")));
            Assert.Contains("The disk is full.", error.Message, StringComparison.Ordinal);
            directory.Room = long.MaxValue;
            await Assert.ThrowsAsync<IOException>(() => indexer.AddAsync(Some.Article("太晚")));
            Assert.Throws<IOException>(indexer.Commit);
        }

        using (var indexer = ArticleIndexer.Open(directory)) indexer.Commit();
        Assert.Equal(["已经答应"], Titles(directory));
    }

    [Fact]
    public async Task Another_writer_of_the_index_leaves_the_journal_alone()
    {
        using var directory = new MemoryDirectory();
        using (var indexer = ArticleIndexer.Open(directory)) await indexer.AddAsync(Some.Article("甲"));
        using (var writer = IndexWriter.Open(directory, ArticleSchema.Analyzer)) writer.Commit();
        Assert.Contains("articles_1.journal", directory.ListAll());
        using (var indexer = ArticleIndexer.Open(directory)) indexer.Commit();
        Assert.Equal(["甲"], Titles(directory));
    }

    [Fact]
    public async Task A_closed_indexer_takes_nothing_and_may_be_closed_twice()
    {
        using var directory = new MemoryDirectory();
        var indexer = ArticleIndexer.Open(directory);
        indexer.Dispose();
        indexer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => indexer.Add(Some.Article()));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => indexer.AddAsync(Some.Article()));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => indexer.DeleteAsync("x"));
        Assert.Throws<ObjectDisposedException>(indexer.Commit);
    }

    [Fact]
    public async Task A_broken_journal_is_refused_and_lets_go_of_the_index()
    {
        using var directory = new MemoryDirectory();
        using (var indexer = ArticleIndexer.Open(directory)) await indexer.AddAsync(Some.Article("甲"));
        var whole = directory.ReadFile("articles_1.journal");
        var broken = (byte[])whole.Clone();
        broken[50] ^= 1;
        directory.WriteFile("articles_1.journal", broken);
        Assert.Throws<CorruptIndexException>(() => ArticleIndexer.Open(directory));
        directory.WriteFile("articles_1.journal", whole);
        using (var indexer = ArticleIndexer.Open(directory)) indexer.Commit();
        Assert.Equal(["甲"], Titles(directory));
    }

    private static List<string> Titles(IndexDirectory directory)
    {
        using var reader = DirectoryReader.Open(directory);
        var hits = new IndexSearcher(reader).Search(new MatchAllDocsQuery(), new SearchOptions { Size = Math.Max(1, reader.NumDocs) }).ScoreDocs;
        return [.. hits.Select(hit => ArticleSchema.ToArticle(reader.Document(hit.DocId)).Title).Order(StringComparer.Ordinal)];
    }
}
