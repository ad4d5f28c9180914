using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing;

/// <summary>
/// Readers that come from a writer show what it has acknowledged, stay as they were, share what stayed the same, and
/// keep their files until the last of them is closed.
/// </summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();
    private readonly IndexWriter _writer;

    public SnapshotTests() => _writer = IndexWriter.Open(_directory, new WhitespaceAnalyzer());

    public void Dispose()
    {
        _writer.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void A_reader_of_the_writer_shows_everything_so_far_without_a_commit()
    {
        _writer.Add(Contents.Doc("a", "一"));
        _writer.Add(Contents.Doc("b", "一"));
        _writer.Update(new Term("id", "a"), Contents.Doc("a", "二"));
        _writer.Delete(new Term("id", "b"));

        using var reader = _writer.OpenReader();

        Assert.Equal(["a|二|g"], Contents.Of(reader));
        Assert.Throws<IndexNotFoundException>(() => DirectoryReader.Open(_directory));
    }

    [Fact]
    public void Nothing_new_is_no_new_reader()
    {
        _writer.Add(Contents.Doc("a", "一"));
        using var ofWriter = _writer.OpenReader();
        Assert.Null(DirectoryReader.OpenIfChanged(ofWriter));
        _writer.Delete(new Term("id", "none"));
        Assert.Null(DirectoryReader.OpenIfChanged(ofWriter));

        _writer.Commit();
        using var ofCommit = DirectoryReader.Open(_directory);
        Assert.Null(DirectoryReader.OpenIfChanged(ofCommit));
        Assert.Null(DirectoryReader.OpenIfChanged(ofWriter));
    }

    [Fact]
    public void A_refreshed_reader_of_the_writer_shares_the_segments_that_stayed_the_same()
    {
        _writer.Add(Contents.Doc("a", "一"));
        _writer.Add(Contents.Doc("b", "一"));
        using var first = _writer.OpenReader();
        _writer.Update(new Term("id", "a"), Contents.Doc("a", "二"));

        using var second = DirectoryReader.OpenIfChanged(first);

        Assert.NotNull(second);
        Assert.Same(first.Segments[0].Core, second.Segments[0].Core);
        Assert.Equal(["a|一|g", "b|一|g"], Contents.Of(first));
        Assert.Equal(["a|二|g", "b|一|g"], Contents.Of(second));
    }

    [Fact]
    public void A_refreshed_reader_of_the_directory_shares_the_segments_that_stayed_the_same()
    {
        _writer.Add(Contents.Doc("a", "一"));
        _writer.Add(Contents.Doc("b", "一"));
        _writer.Commit();
        using var first = DirectoryReader.Open(_directory);
        _writer.Update(new Term("id", "a"), Contents.Doc("a", "二"));
        Assert.Null(DirectoryReader.OpenIfChanged(first));
        _writer.Commit();
        using var second = DirectoryReader.OpenIfChanged(first);
        _writer.Commit(new Dictionary<string, string> { ["note"] = "三" });
        using var third = DirectoryReader.OpenIfChanged(second!);

        Assert.Same(first.Segments[0].Core, second!.Segments[0].Core);
        Assert.Same(second.Segments[0].LiveDocs, third!.Segments[0].LiveDocs);
        Assert.Equal("三", third.UserData["note"]);
        Assert.Equal(["a|一|g", "b|一|g"], Contents.Of(first));
        Assert.Equal(["a|二|g", "b|一|g"], Contents.Of(second));
        Assert.Equal(["a|二|g", "b|一|g"], Contents.Of(third));
    }

    [Fact]
    public void An_index_that_was_begun_again_is_not_taken_for_the_old_one()
    {
        using var directory = new MemoryDirectory();
        Write(directory, "a");
        using var old = DirectoryReader.Open(directory);
        foreach (var file in directory.ListAll()) directory.DeleteFile(file);
        Write(directory, "b");

        using var reader = DirectoryReader.OpenIfChanged(old);

        Assert.Equal(["b|大桥|g"], Contents.Of(reader!));

        static void Write(IndexDirectory directory, string id)
        {
            using var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer());
            writer.Add(Contents.Doc(id, "大桥"));
            writer.Commit();
        }
    }

    [Fact]
    public void An_old_reader_answers_the_same_after_a_hundred_updates_and_commits()
    {
        for (var i = 0; i < 10; i++) _writer.Add(Contents.Doc("d" + i, "始"));
        using var ofWriter = _writer.OpenReader();
        _writer.Commit();
        using var ofCommit = DirectoryReader.Open(_directory);
        var before = Contents.Of(ofWriter);
        for (var i = 0; i < 100; i++)
        {
            _writer.Update(new Term("id", "d" + i % 10), Contents.Doc("d" + i % 10, "改" + i));
            if (i % 3 == 0) _writer.Commit();
            if (i % 7 == 0) _writer.OpenReader().Dispose();
        }

        _writer.DeleteAll();
        _writer.Commit();
        Assert.Equal(before, Contents.Of(ofWriter));
        Assert.Equal(before, Contents.Of(ofCommit));
        Assert.Empty(Contents.Of(_directory));
    }

    [Fact]
    public void Files_go_when_the_last_reader_of_them_is_closed()
    {
        _writer.Add(Contents.Doc("a", "一"));
        _writer.Commit();
        var ofWriter = _writer.OpenReader();
        var again = ofWriter.TryAcquire();
        _writer.DeleteAll();
        _writer.Add(Contents.Doc("b", "二"));
        _writer.Commit();
        Assert.Contains("_0.fdt", _directory.ListAll());
        Assert.Contains("_1.fdt", _directory.ListAll());

        ofWriter.Dispose();
        Assert.Contains("_0.fdt", _directory.ListAll());
        Assert.True(again);
        ofWriter.Release();
        Assert.DoesNotContain(_directory.ListAll(), name => name.StartsWith("_0", StringComparison.Ordinal));
        Assert.Contains("_1.fdt", _directory.ListAll());
    }

    [Fact]
    public void A_reader_outlives_its_writer_and_then_deletes_nothing_of_the_next_ones()
    {
        using var directory = new MemoryDirectory();
        DirectoryReader reader;
        using (var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer()))
        {
            writer.Add(Contents.Doc("a", "一"));
            reader = writer.OpenReader();
        }

        using (var next = IndexWriter.Open(directory, new WhitespaceAnalyzer()))
        {
            next.Add(Contents.Doc("b", "二"));
            next.Commit();
        }

        Assert.Equal(["a|一|g"], Contents.Of(reader));
        Assert.Throws<ObjectDisposedException>(() => DirectoryReader.OpenIfChanged(reader));
        reader.Dispose();
        Assert.Equal(["b|二|g"], Contents.Of(directory));
    }

    [Fact]
    public void A_closed_reader_can_not_be_refreshed()
    {
        _writer.Commit();
        var reader = DirectoryReader.Open(_directory);
        reader.Dispose();

        Assert.Throws<ObjectDisposedException>(() => DirectoryReader.OpenIfChanged(reader));
    }

    [Fact]
    public void A_snapshot_of_documents_that_are_all_deleted_again_is_empty()
    {
        _writer.Add(Contents.Doc("a", "一"));
        _writer.Delete(new Term("id", "a"));
        using var reader = _writer.OpenReader();

        Assert.Equal((0, 0), (reader.MaxDoc, reader.SegmentCount));
        Assert.Null(DirectoryReader.OpenIfChanged(reader));
    }
}
