using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Fixtures;

namespace NewsSearch.Lucene.Tests.Codecs.Segments;

/// <summary>
/// 1. The bytes are Lucene's. 2. A prepared commit is not there for readers; a finished one is the newest; an abandoned
/// one leaves nothing. 3. No commit is ever overwritten.
/// </summary>
public sealed class SegmentInfosWriterTests
{
    [Theory]
    [MemberData(nameof(LuceneNetFixture.Names), MemberType = typeof(LuceneNetFixture))]
    public void Writing_what_was_read_gives_the_same_bytes(string name)
    {
        using var directory = FixtureDirectory.Copy(name);
        var commit = SegmentInfosReader.ReadLatest(directory);
        directory.DeleteFile("segments_3");
        directory.DeleteFile("segments.gen");
        SegmentInfosWriter.Prepare(directory, commit);
        SegmentInfosWriter.Finish(directory, commit);
        Assert.Equal(FixtureDirectory.Read(name, "segments_3"), directory.ReadFile("segments_3"));
        Assert.Equal(FixtureDirectory.Read(name, "segments.gen"), directory.ReadFile("segments.gen"));
    }

    [Fact]
    public void Everything_comes_back()
    {
        using var directory = new MemoryDirectory();
        var commit = SomeCommit.Make(directory, 40);
        commit.Segments[0].FieldInfosGeneration = 2;
        commit.Segments[0].UpdateFiles.Add(2, ["_0_2.fnm", "_0_2_Lucene45_0.dvd"]);
        commit.UserData["时间"] = "2024-05-21";
        SegmentInfosWriter.Prepare(directory, commit);
        SegmentInfosWriter.Finish(directory, commit);
        Assert.True(directory.FileExists("segments_14"));
        var back = SegmentInfosReader.ReadLatest(directory);
        Assert.Equal((40, 80, 1), (back.Generation, back.Version, back.Counter));
        Assert.Equal(commit.UserData, back.UserData);
        var segment = Assert.Single(back.Segments);
        Assert.Equal((1, 1, 2), (segment.DeletionGeneration, segment.DeletedCount, segment.FieldInfosGeneration));
        Assert.Equal(commit.Segments[0].UpdateFiles[2], Assert.Single(segment.UpdateFiles).Value);
    }

    [Fact]
    public void A_prepared_commit_is_not_there_for_readers_until_it_is_finished()
    {
        using var directory = new MemoryDirectory();
        var commit = SomeCommit.Make(directory, 1);
        SegmentInfosWriter.Prepare(directory, commit);
        Assert.Throws<IndexNotFoundException>(() => SegmentInfosReader.ReadLatest(directory));
        SegmentInfosWriter.Finish(directory, commit);
        commit = SomeCommit.Make(directory, 2);
        SegmentInfosWriter.Prepare(directory, commit);
        Assert.Equal(1, SegmentInfosReader.ReadLatest(directory).Generation);
        SegmentInfosWriter.Finish(directory, commit);
        Assert.Equal(2, SegmentInfosReader.ReadLatest(directory).Generation);
        Assert.Equal(["_0.si", "segments.gen", "segments_1", "segments_2"], directory.ListAll());
    }

    [Fact]
    public void An_abandoned_commit_leaves_nothing()
    {
        using var directory = new MemoryDirectory();
        SomeCommit.Write(directory, 1);
        var commit = SomeCommit.Make(directory, 2);
        SegmentInfosWriter.Prepare(directory, commit);
        SegmentInfosWriter.Abandon(directory, commit);
        SegmentInfosWriter.Abandon(directory, commit);
        Assert.Equal(["_0.si", "segments.gen", "segments_1"], directory.ListAll());
    }

    [Fact]
    public void What_a_crash_left_of_a_prepared_commit_is_replaced_by_the_next_one()
    {
        using var directory = new MemoryDirectory();
        SomeCommit.Write(directory, 1);
        directory.WriteFile("pending_segments_2", [1, 2, 3]);
        SomeCommit.Write(directory, 2);
        Assert.Equal(2, SegmentInfosReader.ReadLatest(directory).Generation);
        Assert.False(directory.FileExists("pending_segments_2"));
    }

    [Fact]
    public void A_commit_that_is_there_is_never_overwritten()
    {
        using var directory = new MemoryDirectory();
        SomeCommit.Write(directory, 1);
        var bytes = directory.ReadFile("segments_1");
        Assert.Throws<InvalidOperationException>(() => SegmentInfosWriter.Prepare(directory, SomeCommit.Make(directory, 1)));
        Assert.Equal(bytes, directory.ReadFile("segments_1"));
    }

    [Fact]
    public void A_commit_without_a_generation_is_refused()
    {
        using var directory = new MemoryDirectory();
        Assert.Throws<ArgumentOutOfRangeException>(() => SegmentInfosWriter.Prepare(directory, SomeCommit.Make(directory, 0)));
    }

    [Fact]
    public void Commits_are_written_to_a_folder_too()
    {
        using var folder = new TemporaryFolder();
        using var directory = new FileSystemDirectory(folder.FullName);
        SomeCommit.Write(directory, 1);
        SomeCommit.Write(directory, 2);
        Assert.Equal(2, SegmentInfosReader.ReadLatest(directory).Generation);
        Assert.Equal(["_0.si", "segments.gen", "segments_1", "segments_2"], directory.ListAll());
    }

    [Fact]
    public void The_examples_of_the_format_page_are_what_is_written()
    {
        using var directory = new MemoryDirectory();
        SomeCommit.Write(directory, 2);
        Assert.Equal(Convert.ToHexString(FormatExample.ReadNamed("segments_2", "Codecs", "Segments")), Convert.ToHexString(directory.ReadFile("segments_2")));
        Assert.Equal(Convert.ToHexString(FormatExample.ReadNamed("segments.gen", "Codecs", "Segments")), Convert.ToHexString(directory.ReadFile("segments.gen")));
    }
}
