using NewsSearch.Archive.Importing;

namespace NewsSearch.Archive.Tests.Importing;

/// <summary>Which files are found, in which order, and which reader each gets.</summary>
public sealed class ArticleSourcesTests
{
    [Theory]
    [InlineData("a.jsonl", typeof(JsonLinesSource))]
    [InlineData("a.ndjson", typeof(JsonLinesSource))]
    [InlineData("a.jsonl.gz", typeof(JsonLinesSource))]
    [InlineData("A.NDJSON.GZ", typeof(JsonLinesSource))]
    [InlineData("a.txt", typeof(NewsPageSource))]
    public void The_name_picks_the_reader(string name, Type reader)
    {
        using var files = new TemporaryFiles();
        var source = ArticleSources.Open(files.Write(name, "{}"));
        Assert.IsType(reader, source);
        Assert.Equal(2, source.ByteLength);
        Assert.Equal(0, source.BytesRead);
    }

    [Theory]
    [InlineData("a.json")]
    [InlineData("a.csv")]
    [InlineData("a.gz")]
    [InlineData("a.txt.gz")]
    [InlineData("jsonl")]
    public void Another_name_is_refused_with_the_names_that_are_supported(string name)
    {
        using var files = new TemporaryFiles();
        var path = files.Write(name, "{}");
        var refusal = Assert.Throws<UnsupportedArticleFileException>(() => ArticleSources.Open(path));
        Assert.Equal(path, refusal.Path);
        Assert.StartsWith(path + ": ", refusal.Message);
        foreach (var ending in new[] { ".jsonl", ".ndjson", ".gz", ".txt" }) Assert.Contains(ending, refusal.Message);
    }

    [Theory]
    [InlineData("none.jsonl")]
    [InlineData("none.txt")]
    public void A_file_that_is_not_there_is_named(string name)
    {
        using var files = new TemporaryFiles();
        var path = Path.Combine(files.Root, name);
        Assert.Contains(path, Assert.Throws<FileNotFoundException>(() => ArticleSources.Open(path)).Message);
        Assert.Contains(path, Assert.Throws<FileNotFoundException>(() => ArticleSources.FindFiles([path])).Message);
    }

    [Fact]
    public void A_directory_is_searched_to_the_bottom_in_ordinal_order()
    {
        using var files = new TemporaryFiles();
        foreach (var name in new[] { "b.txt", "a/z.jsonl", "a/b/c.ndjson.gz", "B.jsonl", "a.jsonl", "notes.md", "a/archive.zip" }) files.Write(name, "");
        var found = ArticleSources.FindFiles([files.Root]).Select(path => Path.GetRelativePath(files.Root, path));
        Assert.Equal(["B.jsonl", "a.jsonl", "a/b/c.ndjson.gz", "a/z.jsonl", "b.txt"], found);
    }

    [Fact]
    public void Hidden_names_below_a_directory_are_skipped()
    {
        using var files = new TemporaryFiles();
        foreach (var name in new[] { ".a.jsonl", ".git/a.jsonl", "b/.c/d.txt", "e.jsonl" }) files.Write(name, "");
        Assert.Equal([Path.Combine(files.Root, "e.jsonl")], ArticleSources.FindFiles([files.Root]));
    }

    [Fact]
    public void Paths_keep_their_order_and_each_file_comes_once()
    {
        using var files = new TemporaryFiles();
        var (last, first, hidden) = (files.Write("d/z.jsonl", ""), files.Write("d/a.jsonl", ""), files.Write(".h.csv", ""));
        Assert.Equal([last, hidden, first], ArticleSources.FindFiles([last, hidden, Path.Combine(files.Root, "d"), first]));
    }

    [Fact]
    public void A_link_back_to_a_directory_above_does_not_go_round()
    {
        using var files = new TemporaryFiles();
        var path = files.Write("d/a.jsonl", "");
        Directory.CreateSymbolicLink(Path.Combine(files.Root, "d", "loop"), files.Root);
        Assert.Equal([path], ArticleSources.FindFiles([files.Root]));
    }
}
