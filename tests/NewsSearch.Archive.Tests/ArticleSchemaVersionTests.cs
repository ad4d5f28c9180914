using NewsSearch.Archive.Searching;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Archive.Tests;

/// <summary>An index says which schema its articles have; one of another schema is refused by all who open it, with what to do.</summary>
public sealed class ArticleSchemaVersionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newssearch-schema-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_commit_of_an_indexer_says_which_schema_it_has()
    {
        using (var indexer = ArticleIndexer.Open(_folder)) indexer.Commit();
        Assert.Equal($"{ArticleSchema.Version}", VersionIn(_folder));
        using (var indexer = ArticleIndexer.Open(_folder))
        {
            indexer.Add(Some.Article());
            indexer.Commit();
        }

        Assert.Equal($"{ArticleSchema.Version}", VersionIn(_folder));
        LocalNewsSearcher.Open(_folder).Dispose();
    }

    [Fact]
    public async Task Articles_that_wait_in_the_journal_of_an_index_without_commits_are_no_hindrance()
    {
        using (var indexer = ArticleIndexer.Open(_folder)) await indexer.AddAsync(Some.Article());
        using (var indexer = ArticleIndexer.Open(_folder)) indexer.Commit();
        LocalNewsSearcher.Open(_folder).Dispose();
    }

    [Theory]
    [InlineData(null, "1")]
    [InlineData("1", "1")]
    [InlineData("99", "99")]
    [InlineData("abc", "abc")]
    public void An_index_of_another_schema_is_refused_by_reader_and_writer(string? written, string found)
    {
        Write(written);
        foreach (var open in new Func<IDisposable>[] { () => ArticleIndexer.Open(_folder), () => LocalNewsSearcher.Open(_folder) })
        {
            var error = Assert.Throws<ArticleSchemaException>(open);
            Assert.Equal(found, error.Found);
            Assert.Contains(_folder, error.Message, StringComparison.Ordinal);
            Assert.Contains($"version {found} of the schema; this program has version {ArticleSchema.Version}.", error.Message, StringComparison.Ordinal);
            Assert.Contains("newssearch index PATH", error.Message, StringComparison.Ordinal);
        }

        // Whoever was refused let go of the index, and left it as it was.
        Write(written);
        Assert.Equal(written, VersionIn(_folder));
    }

    private static string? VersionIn(string folder)
    {
        using var directory = new FileSystemDirectory(folder);
        using var reader = DirectoryReader.Open(directory);
        return reader.UserData.GetValueOrDefault("newssearch.schema");
    }

    private void Write(string? version)
    {
        using var directory = new FileSystemDirectory(_folder);
        using var writer = IndexWriter.Open(directory, ArticleSchema.Analyzer);
        writer.Add(ArticleSchema.ToDocument(Some.Article()));
        writer.Commit(version is null ? null : new Dictionary<string, string> { ["newssearch.schema"] = version });
    }
}
