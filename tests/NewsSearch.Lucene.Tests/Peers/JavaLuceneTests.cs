using System.Diagnostics;
using NewsSearch.Lucene.Tests.Fixtures;

namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>Proves the judge itself: it finds sound indexes sound and damaged ones damaged, and never outlives its test.</summary>
public sealed class JavaLuceneTests
{
    [SkippableTheory]
    [MemberData(nameof(LuceneNetFixture.Names), MemberType = typeof(LuceneNetFixture))]
    public void CheckIndex_finds_the_fixtures_clean(string name)
    {
        var report = JavaLucene.CheckIndex(LuceneNetFixture.Open(name).IndexPath);

        Assert.True(report.IsClean, report.Output);
    }

    [SkippableFact]
    public void CheckIndex_finds_a_flipped_byte()
    {
        using var folder = new TemporaryFolder();
        LuceneNetFixture.Open("one-segment").CopyTo(folder.FullName);
        var path = Path.Combine(folder.FullName, "_3_Lucene41_0.doc");
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);

        var report = JavaLucene.CheckIndex(folder.FullName);

        Assert.False(report.IsClean);
        Assert.Contains("checksum failed", report.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void CheckIndex_does_not_call_an_empty_folder_clean()
    {
        using var folder = new TemporaryFolder();

        Assert.False(JavaLucene.CheckIndex(folder.FullName).IsClean);
    }

    [SkippableFact]
    public void CheckIndex_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        var fixture = LuceneNetFixture.Open("plain");
        fixture.CopyTo(folder.FullName);

        JavaLucene.CheckIndex(folder.FullName);

        Assert.Equal(Contents(fixture.IndexPath), Contents(folder.FullName));
    }

    [SkippableFact]
    public void A_folder_without_an_index_is_reported_with_the_message_of_Java()
    {
        using var folder = new TemporaryFolder();
        using var judge = JavaLucene.OpenJudge(folder.FullName);

        var thrown = Assert.Throws<QueryJudgeException>(() => judge.Index());

        Assert.Contains("IndexNotFoundException", thrown.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_judge_that_takes_too_long_is_given_up()
    {
        using var judge = JavaLucene.OpenJudge(LuceneNetFixture.Open("plain").IndexPath, timeout: TimeSpan.FromMilliseconds(1));

        Assert.Throws<TimeoutException>(() => judge.Index());
    }

    [SkippableFact]
    public void A_disposed_judge_leaves_no_process()
    {
        var judge = JavaLucene.OpenJudge(LuceneNetFixture.Open("plain").IndexPath);
        var processId = judge.ProcessId;
        judge.Index();

        judge.Dispose();

        Assert.DoesNotContain(Process.GetProcessesByName("java"), process => process.Id == processId);
    }

    private static Dictionary<string, string> Contents(string folder) => Directory.EnumerateFiles(folder).ToDictionary(
        path => Path.GetFileName(path), path => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))));
}
