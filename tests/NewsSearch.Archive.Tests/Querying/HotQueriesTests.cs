using System.IO.Compression;
using System.Text.Json;
using NewsSearch.Archive.Importing;
using NewsSearch.Archive.Tests.Importing;
using NewsSearch.Lucene.Tests;

namespace NewsSearch.Archive.Tests.Querying;

/// <summary>What people really search for is answered, whatever they write.</summary>
public sealed class HotQueriesTests
{
    [SkippableFact]
    public void Twenty_thousand_trending_queries_are_answered()
    {
        var file = Path.Combine(SharedData.Folder("relevance"), "hot-queries.jsonl.gz");
        using var archive = new SmallArchive(ArticleSources.Open(Repository.PathOf("index-data", "sample", "articles.jsonl")).Read().Select(imported => imported.Article!));
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var count = 0;
        for (; lines.ReadLine() is { } line; count++)
        {
            using var row = JsonDocument.Parse(line);
            var text = row.RootElement.GetProperty("query").GetString()!;

            var result = archive.Search(new NewsQuery { Text = text });

            Assert.True(result.Reading.Units.Count > 0, text);
            Assert.True(result.Reading.Text.Length > 0, text);
        }

        Assert.Equal(20_000, count);
    }
}
