using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Fixtures;

namespace NewsSearch.Lucene.Tests.Codecs.Segments;

/// <summary>
/// 1. Commits of Lucene.NET are read. 2. The newest commit is opened or none: what is broken or missing is named, and
/// so is the older commit that is there. 3. Each kind of place without an index has a message of its own.
/// </summary>
public sealed class SegmentInfosReaderTests
{
    [Theory]
    [MemberData(nameof(LuceneNetFixture.Names), MemberType = typeof(LuceneNetFixture))]
    public void A_commit_of_Lucene_NET_is_read(string name)
    {
        var expected = LuceneNetFixture.Open(name).Expected;
        using var directory = FixtureDirectory.Open(name);
        var commit = SegmentInfosReader.ReadLatest(directory);
        var segments = commit.Segments;
        Assert.Equal((3, expected.Segments), (commit.Generation, segments.Count));
        Assert.Equal(expected.MaxDoc, segments.Sum(segment => segment.Info.DocCount));
        Assert.Equal(expected.NumDocs, segments.Sum(segment => segment.Info.DocCount - segment.DeletedCount));
        Assert.All(segments, segment => Assert.Equal("4.8", segment.Info.Version));
        Assert.All(segments, segment => Assert.Equal(name == "compound", segment.Info.IsCompound));
        Assert.All(segments, segment => Assert.All(segment.Info.Files, file => Assert.True(directory.FileExists(file))));
    }

    [Fact]
    public void A_commit_of_Lucene_4_6_with_a_bare_checksum_is_read()
    {
        using var directory = FixtureDirectory.Copy("plain");
        SomeCommit.Break(directory, "segments_3", bytes =>
        {
            bytes[16] = 1;
            var body = bytes[..^16];
            return [.. body, 0, 0, 0, 0, .. BigEndian(Crc32.Compute(body))];
        });
        Assert.Equal(5, SegmentInfosReader.ReadLatest(directory).Segments.Count);
        SomeCommit.Break(directory, "segments_3", bytes => Flip(bytes, 40));
        Assert.Contains("checksum", Message<CorruptIndexException>(directory), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_flipped_byte_and_each_cut_of_a_commit_is_refused_with_the_name_of_the_file()
    {
        using var directory = FixtureDirectory.Copy("plain");
        var whole = directory.ReadFile("segments_3");
        for (var i = 0; i < whole.Length; i++)
        {
            directory.WriteFile("segments_3", Flip((byte[])whole.Clone(), i));
            Assert.Contains("segments_3", Message<CorruptIndexException>(directory), StringComparison.Ordinal);
            directory.WriteFile("segments_3", whole[..i]);
            Assert.Contains("segments_3", Message<CorruptIndexException>(directory), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_broken_commit_names_the_older_one_and_is_not_replaced_by_it()
    {
        using var directory = new MemoryDirectory();
        SomeCommit.Write(directory, 1);
        SomeCommit.Write(directory, 2);
        SomeCommit.Break(directory, "segments_2", bytes => bytes[..^16]);
        var message = Message<CorruptIndexException>(directory);
        Assert.Contains("segments_2", message, StringComparison.Ordinal);
        Assert.Contains("an older commit, segments_1, is there", message, StringComparison.Ordinal);
        directory.DeleteFile("segments_2");
        directory.DeleteFile("segments.gen");
        Assert.Equal(1, SegmentInfosReader.ReadLatest(directory).Generation);
    }

    [Fact]
    public void A_commit_that_a_writer_replaces_while_it_is_read_gives_way_to_the_newer_one()
    {
        using var directory = new RacingDirectory();
        SomeCommit.Write(directory, 1);
        directory.BeforeOpening = name =>
        {
            if (name != "segments_1") return;
            SomeCommit.Write(directory, 2);
            directory.DeleteFile("segments_1");
        };
        Assert.Equal(2, SegmentInfosReader.ReadLatest(directory).Generation);
    }

    [Fact]
    public void A_lost_commit_that_segments_gen_knows_of_is_named()
    {
        using var directory = new MemoryDirectory();
        SomeCommit.Write(directory, 1);
        SomeCommit.Write(directory, 2);
        directory.DeleteFile("segments_2");
        var message = Message<CorruptIndexException>(directory);
        Assert.Contains("segments_2", message, StringComparison.Ordinal);
        Assert.Contains("to go back to segments_1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_writer_begins_with_the_newest_commit_or_with_none_but_never_in_place_of_a_lost_one()
    {
        using var directory = new MemoryDirectory();
        Assert.Null(SegmentInfosReader.ReadLatestOrNone(directory));

        SomeCommit.Write(directory, 1);
        Assert.Equal(1, SegmentInfosReader.ReadLatestOrNone(directory)!.Generation);

        directory.DeleteFile("segments_1");
        var error = Assert.Throws<CorruptIndexException>(() => SegmentInfosReader.ReadLatestOrNone(directory));
        Assert.Contains("segments_1", error.Message, StringComparison.Ordinal);
        Assert.Contains("to give the index up", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("FFFFFFFD0000000000000009")]
    [InlineData("FFFFFFFE00000000000000090000000000000008")] // the two generations differ
    [InlineData("FFFFFFFE00000000000000010000000000000001")] // behind
    [InlineData("FFFFFFFE00000000000000020000000000000002")] // of Lucene 4.7
    [InlineData("FFFFFFFD00000000000000090000000000000009C02893E8000000000000000000000000")] // wrong checksum
    public void A_segments_gen_that_is_broken_or_behind_is_passed_over(string hex)
    {
        using var directory = new MemoryDirectory();
        SomeCommit.Write(directory, 2);
        directory.WriteFile("segments.gen", Convert.FromHexString(hex));
        Assert.Equal(2, SegmentInfosReader.ReadLatest(directory).Generation);
    }

    [Fact]
    public void The_highest_generation_is_the_newest_in_base_36_too()
    {
        using var directory = new MemoryDirectory();
        SomeCommit.Write(directory, 9);
        SomeCommit.Write(directory, 35);
        SomeCommit.Write(directory, 36);
        Assert.Equal(36, SegmentInfosReader.LatestGeneration(directory));
        Assert.Equal(36, SegmentInfosReader.ReadLatest(directory).Generation);
    }

    [Theory]
    [InlineData("segments_")]
    [InlineData("segments_A")]
    [InlineData("segments_2.bak")]
    [InlineData("pending_segments_2")]
    [InlineData("xsegments_2")]
    public void Other_files_are_no_commits(string name)
    {
        using var directory = new MemoryDirectory();
        SomeCommit.Write(directory, 1);
        directory.WriteFile(name, [1]);
        Assert.Equal(1, SegmentInfosReader.ReadLatest(directory).Generation);
    }

    [Fact]
    public void A_missing_si_file_is_named_with_its_commit()
    {
        using var directory = FixtureDirectory.Copy("plain");
        directory.DeleteFile("_2.si");
        var message = Message<CorruptIndexException>(directory);
        Assert.Contains("_2.si", message, StringComparison.Ordinal);
        Assert.Contains("segments_3", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flipped_byte_in_an_si_file_is_named()
    {
        using var directory = FixtureDirectory.Copy("plain");
        SomeCommit.Break(directory, "_2.si", bytes => Flip(bytes, 100));
        var message = Message<CorruptIndexException>(directory);
        Assert.Contains("_2.si", message, StringComparison.Ordinal);
        Assert.Contains("checksum", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_segment_of_another_codec_is_too_old_or_too_new()
    {
        AssertCodec<IndexFormatTooOldException>("Lucene45");
        AssertCodec<IndexFormatTooNewException>("Lucene49");
        AssertCodec<CorruptIndexException>("Lucene4x");
    }

    [Theory]
    [InlineData("_0", 1, 4)]
    [InlineData("_0", 1, -1)]
    [InlineData("_0", -1, 1)]
    [InlineData("../_0", 1, 1)]
    [InlineData("segments", 1, 1)]
    public void Segments_that_can_not_be_are_refused(string name, long deletionGeneration, int deletedCount)
    {
        using var directory = new MemoryDirectory();
        var commit = SomeCommit.Make(directory, 1);
        var info = new SegmentInfo(name, 3) { Files = { name + ".si" } };
        SegmentInfoWriter.Write(directory, info);
        commit.Segments[0] = new SegmentCommitInfo(info) { DeletionGeneration = deletionGeneration, DeletedCount = deletedCount };
        Assert.Throws<CorruptIndexException>(() => Finish(directory, commit));
    }

    [Fact]
    public void A_segment_listed_twice_is_refused()
    {
        using var directory = new MemoryDirectory();
        var commit = SomeCommit.Make(directory, 1);
        commit.Segments.Add(commit.Segments[0]);
        Assert.Throws<CorruptIndexException>(() => Finish(directory, commit));
    }

    [Fact]
    public void A_commit_without_segments_is_read()
    {
        using var directory = new MemoryDirectory();
        Assert.Empty(Finish(directory, new SegmentInfos { Generation = 1 }).Segments);
    }

    [Fact]
    public void A_broken_commit_without_a_checksum_of_its_own_is_refused_or_read_but_never_ends_otherwise()
    {
        using var directory = FixtureDirectory.Copy("plain");
        var whole = directory.ReadFile("segments_3");
        var random = new Random(4713);
        for (var round = 0; round < 3_000; round++)
        {
            // The checksum is made right again, so that the content is looked at.
            var body = whole[..^8];
            for (var changes = random.Next(1, 4); changes > 0; changes--) body[random.Next(17, body.Length)] = (byte)random.Next(256);
            directory.WriteFile("segments_3", [.. body, 0, 0, 0, 0, .. BigEndian(Crc32.Compute(body))]);
            var error = Record.Exception(() => SegmentInfosReader.ReadLatest(directory));
            Assert.True(error is null or CorruptIndexException, $"Round {round}: {error}");
        }
    }

    [Fact]
    public void A_place_without_an_index_says_what_is_there_instead()
    {
        using var folder = new TemporaryFolder();
        using var missing = new FileSystemDirectory(Path.Combine(folder.FullName, "missing"));
        Assert.Contains("no such directory", Message<IndexNotFoundException>(missing), StringComparison.Ordinal);
        using var directory = new FileSystemDirectory(folder.FullName);
        Assert.Contains("an empty directory", Message<IndexNotFoundException>(directory), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder.FullName, "readme.txt"), "");
        var message = Message<IndexNotFoundException>(directory);
        Assert.Contains("1 other file", message, StringComparison.Ordinal);
        Assert.Contains("readme.txt", message, StringComparison.Ordinal);
        Assert.Contains(folder.FullName, message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_whose_commit_file_is_missing_is_not_called_no_index()
    {
        using var directory = FixtureDirectory.Copy("plain");
        directory.DeleteFile("segments_3");
        var message = Message<IndexNotFoundException>(directory);
        Assert.Contains("_0.fdt", message, StringComparison.Ordinal);
        Assert.Contains("segments_3", message, StringComparison.Ordinal);
        directory.DeleteFile("segments.gen");
        Assert.Contains("files of an index", Message<IndexNotFoundException>(directory), StringComparison.Ordinal);
    }

    private static void AssertCodec<TException>(string codec)
        where TException : Exception
    {
        using var directory = FixtureDirectory.Copy("one-segment");
        SomeCommit.Break(directory, "segments_3", bytes =>
        {
            System.Text.Encoding.ASCII.GetBytes(codec).CopyTo(bytes, 37);
            var body = bytes[..^8];
            return [.. body, 0, 0, 0, 0, .. BigEndian(Crc32.Compute(body))];
        });
        Assert.Contains(codec, Message<TException>(directory), StringComparison.Ordinal);
    }

    private static SegmentInfos Finish(IndexDirectory directory, SegmentInfos commit)
    {
        SegmentInfosWriter.Prepare(directory, commit);
        SegmentInfosWriter.Finish(directory, commit);
        return SegmentInfosReader.ReadLatest(directory);
    }

    private static string Message<TException>(IndexDirectory directory)
        where TException : Exception => Assert.ThrowsAny<TException>(() => SegmentInfosReader.ReadLatest(directory)).Message;

    private static byte[] Flip(byte[] bytes, int at)
    {
        bytes[at] ^= 0x10;
        return bytes;
    }

    private static byte[] BigEndian(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
