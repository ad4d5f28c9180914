using System.Text;
using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Reading.Checking;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Peers;
using NewsSearch.Lucene.Tests.Reading;

namespace NewsSearch.Lucene.Tests.Indexing;

public sealed class IndexRepairTests
{
    [Fact]
    public void A_sound_index_is_left_as_it_is()
    {
        using var directory = IndexCheckerTests.Damaged(_ => { });
        var before = directory.ListAll();
        var result = IndexRepair.Repair(directory, "id");

        Assert.False(result.HasRepaired);
        Assert.Equal(before, directory.ListAll());
    }

    [Fact]
    public void A_broken_segment_is_left_out_and_its_documents_are_written_down()
    {
        var lost = LiveIdsOf("_1");
        using var directory = IndexCheckerTests.Damaged(files => IndexCheckerTests.Flip(files, "_1_Lucene41_0.doc"));
        var old = directory.ReadFile(CommitOf(directory));
        var total = IndexChecker.Check(directory).SoundDocCount + lost.Count;
        var result = IndexRepair.Repair(directory, "id");

        Assert.Equal(["_1"], result.DroppedSegments);
        Assert.Equal(lost.Count, result.LostDocCount);
        Assert.Equal(lost.Count, result.ReadableLostCount);
        Assert.Equal(total - lost.Count, result.KeptDocCount);
        Assert.Equal(result.OldGeneration + 1, result.NewGeneration);
        Assert.Equal(old, directory.ReadFile(result.BackupFile!));
        var report = Encoding.UTF8.GetString(directory.ReadFile(result.LossReport!));
        Assert.Contains("_1_Lucene41_0.doc", report, StringComparison.Ordinal);
        Assert.Equal(lost, report.Split('\n').Where(line => line.StartsWith('d')).Order());
        Assert.True(IndexChecker.Check(directory).IsClean);
        using var reader = DirectoryReader.Open(directory);
        Assert.Equal(result.KeptDocCount, reader.NumDocs);
        Assert.All(lost, id => Assert.Equal(0, new IndexSearcher(reader).Count(new TermQuery("id", id))));
    }

    [Fact]
    public void Where_the_si_file_is_lost_the_ids_are_still_read()
    {
        var lost = LiveIdsOf("_2");
        using var directory = IndexCheckerTests.Damaged(files => files.Remove("_2.si"));
        var result = IndexRepair.Repair(directory, "id");

        Assert.Equal(["_2"], result.DroppedSegments);
        Assert.Superset(lost.ToHashSet(), ReportedIds(directory, result));
        Assert.True(IndexChecker.Check(directory).IsClean);
    }

    [Fact]
    public void Stored_fields_that_can_not_be_read_are_said_to_be_so()
    {
        using var directory = IndexCheckerTests.Damaged(files => files["_1.fdt"] = files["_1.fdt"][..90]);
        var result = IndexRepair.Repair(directory, "id");

        Assert.Equal(0, result.ReadableLostCount);
        Assert.Contains("none of them", Encoding.UTF8.GetString(directory.ReadFile(result.LossReport!)), StringComparison.Ordinal);
    }

    [Fact]
    public void Behind_a_broken_commit_the_older_one_is_taken_and_that_is_said()
    {
        using var directory = IndexCheckerTests.Damaged(files =>
        {
            files["segments_9"] = [.. files[IndexCheckerTests.Commit(files)]];
            IndexCheckerTests.Flip(files, "segments_9");
        });
        var result = IndexRepair.Repair(directory, "id");

        Assert.True(result.IsOlderCommit);
        Assert.Empty(result.DroppedSegments);
        Assert.Equal(10, result.NewGeneration);
        Assert.Equal("before-repair_segments_9", result.BackupFile);
        Assert.Contains("older commit", Encoding.UTF8.GetString(directory.ReadFile(result.LossReport!)), StringComparison.Ordinal);
        Assert.True(IndexChecker.Check(directory).IsClean);
    }

    [Fact]
    public void Without_any_commit_to_go_on_with_nothing_is_changed()
    {
        using var directory = IndexCheckerTests.Damaged(files =>
        {
            foreach (var file in files.Keys.Where(file => SegmentInfosFormat.GenerationOf(file) >= 0).ToList()) IndexCheckerTests.Flip(files, file);
        });
        var before = directory.ListAll();

        Assert.Throws<CorruptIndexException>(() => IndexRepair.Repair(directory, "id"));
        Assert.Equal(before, directory.ListAll());
    }

    [Fact]
    public void Nothing_is_repaired_under_a_writer()
    {
        using var directory = IndexCheckerTests.Damaged(_ => { });
        using var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer());
        Assert.Throws<LockHeldException>(() => IndexRepair.Repair(directory, "id"));
    }

    [Fact]
    public void A_writer_goes_on_with_the_repaired_index_and_keeps_report_and_backup()
    {
        using var directory = IndexCheckerTests.Damaged(files => IndexCheckerTests.Flip(files, "_0.fdt"));
        var result = IndexRepair.Repair(directory, "id");
        using (var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer()))
        {
            writer.Add([Field.Keyword("id", "new", isStored: true)]);
            writer.Commit();
        }

        Assert.True(directory.FileExists(result.LossReport!) && directory.FileExists(result.BackupFile!));
        Assert.DoesNotContain("_0.fdt", directory.ListAll());
        using var reader = DirectoryReader.Open(directory);
        Assert.Equal(result.KeptDocCount + 1, reader.NumDocs);
        Assert.Equal(1, new IndexSearcher(reader).Count(new TermQuery("id", "new")));
    }

    [Fact]
    public void The_report_is_on_disk_before_the_commit_is_written()
    {
        using var memory = IndexCheckerTests.Damaged(files => IndexCheckerTests.Flip(files, "_1.fdt"));
        using var directory = new WatchedDirectory(memory);
        var result = IndexRepair.Repair(directory, "id");

        var report = directory.Events.IndexOf("sync " + result.LossReport);
        var backup = directory.Events.IndexOf("sync " + result.BackupFile);
        var commit = directory.Events.FindIndex(what => what.StartsWith("create pending_segments_", StringComparison.Ordinal));
        Assert.True(report >= 0 && backup >= 0 && commit > report && commit > backup, string.Join('\n', directory.Events));
    }

    [SkippableFact]
    public void Java_finds_the_repaired_index_clean()
    {
        using var folder = new TemporaryFolder();
        using var directory = new FileSystemDirectory(folder.FullName);
        var files = SmallIndex.Load(SmallIndex.Own);
        IndexCheckerTests.Flip(files, "_0_Lucene41_0.pos");
        foreach (var (file, bytes) in files) File.WriteAllBytes(Path.Combine(folder.FullName, file), bytes);
        IndexRepair.Repair(directory, "id");

        var report = JavaLucene.CheckIndex(folder.FullName);
        Assert.True(report.IsClean, report.ToString());
    }

    private static string CommitOf(MemoryDirectory directory) => SegmentInfosFormat.FileName(SegmentInfosReader.LatestGeneration(directory));

    private static List<string> LiveIdsOf(string segment)
    {
        using var directory = IndexCheckerTests.Damaged(_ => { });
        using var reader = DirectoryReader.Open(directory);
        var ids = new List<string>();
        foreach (var part in reader.Segments)
        {
            if (part.Segment.Info.Name != segment) continue;
            for (var docId = 0; docId < part.MaxDoc; docId++)
                if (part.LiveDocs is not { } live || live[docId]) ids.Add(part.Document(docId).Text("id")!);
        }

        Assert.NotEmpty(ids);
        return [.. ids.Order()];
    }

    private static HashSet<string> ReportedIds(MemoryDirectory directory, IndexRepairResult result) =>
        [.. Encoding.UTF8.GetString(directory.ReadFile(result.LossReport!)).Split('\n').Where(line => line.StartsWith('d'))];
}
