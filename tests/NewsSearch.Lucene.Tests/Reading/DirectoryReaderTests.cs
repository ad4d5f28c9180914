using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Codecs.Segments;
using NewsSearch.Lucene.Tests.Indexing;

namespace NewsSearch.Lucene.Tests.Reading;

/// <summary>Opening while a writer commits: a commit whose files go meanwhile is passed over for the newer one, and only for that.</summary>
public sealed class DirectoryReaderTests
{
    [Fact]
    public void A_reader_that_was_disposed_refuses_to_read_instead_of_touching_its_files()
    {
        using var directory = new MemoryDirectory();
        using (var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer()))
        {
            writer.Add(Contents.Doc("a", "一"));
            writer.Commit();
        }

        var reader = DirectoryReader.Open(directory);
        reader.Dispose();

        Assert.Throws<ObjectDisposedException>(() => reader.Document(0));
        Assert.Throws<ObjectDisposedException>(() => reader.DocFreq(new Term("id", "a")));
        Assert.Throws<ObjectDisposedException>(() => DirectoryReader.OpenIfChanged(reader));
    }

    [Theory]
    [InlineData("_0.fnm")]
    [InlineData("_0.fdt")]
    [InlineData("_0.si")]
    public void A_commit_that_is_replaced_while_it_is_opened_is_passed_over_for_the_newer_one(string file)
    {
        using var directory = new RacingDirectory();
        using var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer());
        writer.Add(Contents.Doc("a", "一"));
        writer.Commit();
        directory.BeforeOpening = name =>
        {
            if (name != file) return;
            directory.BeforeOpening = _ => { };
            writer.DeleteAll();
            writer.Add(Contents.Doc("b", "二"));
            writer.Commit();
        };

        using var reader = DirectoryReader.Open(directory);

        Assert.Equal(["b|二|g"], Contents.Of(reader));
        Assert.Equal(2, reader.Generation);
    }

    [Fact]
    public void A_file_that_is_missing_without_a_newer_commit_is_an_error_and_nothing_stays_open()
    {
        using var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer());
        writer.Add(Contents.Doc("a", "一"));
        writer.Commit();
        directory.DeleteFile("_0.fdt");

        var error = Assert.Throws<CorruptIndexException>(() => DirectoryReader.Open(directory));

        Assert.Contains("_0.fdt", error.Message);
    }

    [Fact]
    public void A_core_is_closed_once_by_the_last_of_its_snapshots()
    {
        using var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer());
        writer.Add(Contents.Doc("a", "一"));
        writer.Commit();
        var first = DirectoryReader.Open(directory);
        writer.Add(Contents.Doc("b", "二"));
        writer.Commit();
        var second = DirectoryReader.OpenIfChanged(first)!;
        var core = first.Segments[0].Core;
        Assert.Same(core, second.Segments[0].Core);

        first.Dispose();
        first.Dispose();
        Assert.True(core.TryAcquire());
        core.Release();
        Assert.Equal(["a|一|g", "b|二|g"], Contents.Of(second));
        second.Dispose();
        Assert.False(core.TryAcquire());
    }
}
