using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Reading.Checking;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing;

/// <summary>
/// What the writer promises: nothing is seen before a commit, a commit is all or nothing, an update replaces, and whatever
/// goes wrong leaves the last commit as it was.
/// </summary>
public sealed class IndexWriterTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Nothing_is_seen_before_the_first_commit()
    {
        using var writer = Open();
        writer.Add(Doc("a", "大桥"));

        Assert.Throws<IndexNotFoundException>(() => DirectoryReader.Open(_directory));
        writer.Commit();
        Assert.Equal(["a"], Ids("大桥"));
    }

    [Fact]
    public void A_commit_without_documents_is_an_empty_index()
    {
        using (var writer = Open()) writer.Commit();

        using var reader = DirectoryReader.Open(_directory);
        Assert.Equal((0, 0), (reader.MaxDoc, reader.NumDocs));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(3000)]
    public void Every_document_is_found_and_comes_back_whole(int count)
    {
        using (var writer = Open())
        {
            for (var i = 0; i < count; i++) writer.Add(Doc("d" + i, $"大桥 w{i} w{i % 7}"));
            writer.Commit();
        }

        using var reader = DirectoryReader.Open(_directory);
        var searcher = new IndexSearcher(reader);
        Assert.Equal(count, searcher.Search(new TermQuery("text", "大桥"), 1).TotalHits);
        for (var i = 7; i < count; i += 61) Assert.Equal(["d" + i], Ids("w" + i));
        AssertClean();
    }

    [Fact]
    public void A_small_buffer_makes_several_segments_with_the_same_documents()
    {
        using (var writer = Open(bufferBytes: 300_000))
        {
            for (var i = 0; i < 5000; i++) writer.Add(Doc("d" + i, $"大桥 w{i} x{i % 100}"));
            writer.Commit();
        }

        using var reader = DirectoryReader.Open(_directory);
        Assert.True(reader.SegmentCount > 2, $"{reader.SegmentCount} segments");
        Assert.Equal(50, new IndexSearcher(reader).Count(new TermQuery("text", "x42")));
        AssertClean();
    }

    [Fact]
    public void An_update_replaces_the_document_in_the_buffer_and_on_disk()
    {
        using var writer = Open();
        writer.Add(Doc("a", "旧闻 一"));
        writer.Add(Doc("b", "旧闻 二"));
        writer.Commit();
        writer.Update(new Term("id", "a"), Doc("a", "新闻 三"));
        writer.Update(new Term("id", "a"), Doc("a", "新闻 四"));
        writer.Update(new Term("id", "c"), Doc("c", "新闻 五"));
        writer.Commit();

        Assert.Equal(["b"], Ids("旧闻"));
        Assert.Equal(["a", "c"], Ids("新闻"));
        Assert.Empty(Ids("三"));
        Assert.Equal(["a"], Ids("四"));
        AssertClean();
    }

    [Fact]
    public void A_deletion_reaches_documents_before_it_and_none_after()
    {
        using var writer = Open();
        writer.Add(Doc("a", "大桥"));
        writer.Delete(new Term("text", "大桥"));
        writer.Add(Doc("b", "大桥"));
        writer.Commit();

        Assert.Equal(["b"], Ids("大桥"));
    }

    [Fact]
    public void A_segment_whose_documents_are_all_deleted_is_dropped()
    {
        using var writer = Open();
        writer.Add(Doc("a", "大桥"));
        writer.Commit();
        writer.Delete(new Term("id", "a"));
        writer.Commit();

        using var reader = DirectoryReader.Open(_directory);
        Assert.Equal((0, 0), (reader.SegmentCount, reader.MaxDoc));
        Assert.DoesNotContain(_directory.ListAll(), name => name.EndsWith(".fdt", StringComparison.Ordinal));
    }

    [Fact]
    public void Disposing_discards_what_was_not_committed_and_its_files()
    {
        using (var writer = Open())
        {
            writer.Add(Doc("a", "大桥"));
            writer.Commit();
        }

        var files = _directory.ListAll();
        using (var writer = Open())
        {
            writer.Update(new Term("id", "a"), Doc("a", "收费"));
            writer.Add(Doc("b", "大桥"));
        }

        Assert.Equal(["a"], Ids("大桥"));
        Assert.Equal(files, _directory.ListAll());
    }

    [Fact]
    public void A_prepared_commit_is_not_seen_and_can_be_taken_back()
    {
        using (var writer = Open())
        {
            writer.Add(Doc("a", "大桥"));
            writer.Commit();
            writer.Add(Doc("b", "大桥"));
            writer.PrepareCommit();
            Assert.Equal(["a"], Ids("大桥"));
        }

        Assert.Equal(["a"], Ids("大桥"));
        AssertClean();
    }

    [Fact]
    public void A_prepared_commit_is_seen_when_it_is_finished()
    {
        using var writer = Open();
        writer.Add(Doc("a", "大桥"));
        writer.PrepareCommit(new Dictionary<string, string> { ["note"] = "一" });
        writer.FinishCommit();

        using var reader = DirectoryReader.Open(_directory);
        Assert.Equal("一", reader.UserData["note"]);
        Assert.Equal(["a"], Ids("大桥"));
    }

    [Fact]
    public void Each_commit_leaves_only_the_files_it_needs()
    {
        using var writer = Open();
        for (var i = 0; i < 5; i++)
        {
            writer.Update(new Term("id", "a"), Doc("a", "大桥 " + i));
            writer.Commit();
        }

        Assert.Single(_directory.ListAll(), name => name.StartsWith("segments_", StringComparison.Ordinal));
        Assert.Single(_directory.ListAll(), name => name.EndsWith(".si", StringComparison.Ordinal));
    }

    [Fact]
    public void Leftovers_of_a_killed_writer_are_removed_and_strange_files_are_not()
    {
        using (var writer = Open())
        {
            writer.Add(Doc("a", "大桥"));
            writer.Commit();
        }

        _directory.WriteFile("_7.fdt", [1, 2, 3]);
        _directory.WriteFile("pending_segments_9", [1, 2, 3]);
        _directory.WriteFile("notes.txt", [1, 2, 3]);

        using (Open())
        {
            Assert.DoesNotContain("_7.fdt", _directory.ListAll());
            Assert.DoesNotContain("pending_segments_9", _directory.ListAll());
            Assert.Contains("notes.txt", _directory.ListAll());
        }

        Assert.Equal(["a"], Ids("大桥"));
    }

    [Fact]
    public void A_second_writer_is_refused_until_the_first_is_closed()
    {
        using (Open())
        {
            var error = Assert.Throws<LockHeldException>(() => Open());
            Assert.Contains("only one writer", error.Message);
        }

        Open().Dispose();
    }

    [Fact]
    public void A_document_that_fails_midway_leaves_the_others_and_nothing_of_itself()
    {
        using var writer = Open();
        writer.Add(Doc("a", "大桥"));
        var error = Assert.Throws<ArgumentException>(() => writer.Add(Doc("b", "大桥 " + new string('x', Field.MaxTermLength + 1))));
        Assert.Contains("text", error.Message);
        writer.Add(Doc("c", "大桥"));
        writer.Commit();

        Assert.Equal(["a", "c"], Ids("大桥"));
        Assert.Empty(Ids("b", "id"));
        AssertClean();
    }

    [Fact]
    public void A_failed_update_leaves_the_old_document()
    {
        using var writer = Open();
        writer.Add(Doc("a", "大桥"));
        writer.Commit();

        Assert.Throws<ArgumentException>(() => writer.Update(new Term("id", "a"), Doc("a", new string('x', Field.MaxTermLength + 1))));
        writer.Commit();

        Assert.Equal(["a"], Ids("大桥"));
    }

    [Fact]
    public void One_field_has_the_same_options_everywhere()
    {
        using var writer = Open();
        writer.Add(Doc("a", "大桥"));

        var error = Assert.Throws<ArgumentException>(() => writer.Add([Field.Keyword("text", "大桥")]));

        Assert.Contains("Field text", error.Message);
    }

    [Fact]
    public void A_value_of_the_wrong_kind_is_refused_with_its_field()
    {
        using var writer = Open();
        var number = Field.Create("when", StoredValue.Of("soon"), new FieldOptions { DocValuesType = DocValuesType.Numeric });

        var error = Assert.Throws<ArgumentException>(() => writer.Add([number]));

        Assert.Contains("when", error.Message);
        writer.Add(Doc("a", "大桥"));
        writer.Commit();
        Assert.Equal(["a"], Ids("大桥"));
    }

    [Fact]
    public void Values_of_one_field_follow_each_other_in_position()
    {
        using var writer = Open();
        writer.Add([Field.Keyword("id", "a", isStored: true), Field.Text("text", "大桥 通车"), Field.Text("text", "收费 公告")]);
        writer.Commit();

        using var reader = DirectoryReader.Open(_directory);
        Assert.Equal(1, new IndexSearcher(reader).Count(new PhraseQuery("text", "通车", "收费")));
    }

    [Fact]
    public void A_full_disk_stops_the_writer_and_leaves_the_last_commit()
    {
        for (var room = 0L; ; room += 97)
        {
            var disk = new FullDirectory();
            using (var first = IndexWriter.Open(disk, new WhitespaceAnalyzer()))
            {
                first.Add(Doc("a", "大桥"));
                first.Commit();
            }

            disk.Room = room;
            if (TryFill(disk)) break;
            using var reader = DirectoryReader.Open(disk.Inner);
            Assert.Equal(1, new IndexSearcher(reader).Count(new TermQuery("text", "大桥")));
            Assert.True(IndexChecker.Check(disk.Inner).IsClean);
        }
    }

    /// <summary>True if there was room enough for the second commit.</summary>
    private static bool TryFill(FullDirectory disk)
    {
        using var writer = IndexWriter.Open(disk, new WhitespaceAnalyzer());
        try
        {
            writer.Update(new Term("id", "a"), Doc("a", "收费 大桥"));
            writer.Add(Doc("b", "收费"));
            writer.Commit();
            return true;
        }
        catch (IOException)
        {
            var error = Assert.Throws<InvalidOperationException>(() => writer.Add(Doc("c", "大桥")));
            Assert.Contains("disk is full", error.Message);
            return false;
        }
    }

    private static Document Doc(string id, string text) => [Field.Keyword("id", id, isStored: true), Field.Text("text", text, isStored: true)];

    private IndexWriter Open(long bufferBytes = 1 << 20) =>
        IndexWriter.Open(_directory, new WhitespaceAnalyzer(), new IndexWriterOptions { BufferBytes = bufferBytes });

    private List<string> Ids(string text, string field = "text")
    {
        using var reader = DirectoryReader.Open(_directory);
        var searcher = new IndexSearcher(reader);
        var hits = searcher.Search(new TermQuery(field, text), 1000).ScoreDocs;
        return [.. hits.Select(hit => searcher.Document(hit.DocId).Text("id")!).Order(StringComparer.Ordinal)];
    }

    private void AssertClean()
    {
        var report = IndexChecker.Check(_directory);
        Assert.True(report.IsClean, string.Join('\n', report.Segments.SelectMany(segment => segment.Problems)));
    }
}
