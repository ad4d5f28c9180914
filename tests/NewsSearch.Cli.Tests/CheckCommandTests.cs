using NewsSearch.Cli.Tests.Support;

namespace NewsSearch.Cli.Tests;

public sealed class CheckCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async Task InitializeAsync()
    {
        _folder.Write("a.jsonl", Some.Lines(40));
        (await NewsSearchProgram.RunAsync(_folder.Path, "index", "a.jsonl", "--index", "x")).AssertExit(0);
    }

    public Task DisposeAsync()
    {
        _folder.Delete();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_whole_index_is_called_whole()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "check", "x");

        run.AssertExit(0);
        Assert.Contains("whole: 40 articles, no problem found", run.Output);
    }

    [Theory]
    [InlineData(".fdt")]
    [InlineData(".doc")]
    [InlineData(".tim")]
    [InlineData(".si")]
    public async Task A_flipped_byte_is_found_and_its_file_named(string extension)
    {
        var file = Directory.GetFiles(_folder.At("x"), "*" + extension).First();
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0x10;
        File.WriteAllBytes(file, bytes);

        var run = await NewsSearchProgram.RunAsync(_folder.Path, "check", "x");

        run.AssertExit(1);
        Assert.Contains(Path.GetFileName(file), run.Output + run.Error);
        Assert.DoesNotContain("   at ", run.Output + run.Error);
    }

    [Fact]
    public async Task A_truncated_file_is_found_and_named()
    {
        var file = Directory.GetFiles(_folder.At("x"), "*.doc").First();
        using (var stream = File.OpenWrite(file)) stream.SetLength(stream.Length / 2);

        var run = await NewsSearchProgram.RunAsync(_folder.Path, "check", "x");

        run.AssertExit(1);
        Assert.Contains(Path.GetFileName(file), run.Output + run.Error);
    }

    [Fact]
    public async Task A_repair_says_what_is_lost_and_leaves_an_index_that_is_whole()
    {
        _folder.Write("b.jsonl", Some.Line("b-1"), Some.Line("b-2"));
        (await NewsSearchProgram.RunAsync(_folder.Path, "index", "b.jsonl", "--index", "x")).AssertExit(0);
        var file = Directory.GetFiles(_folder.At("x"), "*.doc").Order().First();
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0x10;
        File.WriteAllBytes(file, bytes);

        var run = await NewsSearchProgram.RunAsync(_folder.Path, "check", "x", "--repair");

        run.AssertExit(ExitCodes.Repaired);
        Assert.Contains("LOST: 40 articles", run.Output);
        Assert.Contains("40 of them known by id", run.Output);
        Assert.Contains("a-17\n", File.ReadAllText(Directory.GetFiles(_folder.At("x"), "repair_*.txt").Single()));
        Assert.Single(Directory.GetFiles(_folder.At("x"), "before-repair_segments_*"));
        var after = await NewsSearchProgram.RunAsync(_folder.Path, "check", "x");
        after.AssertExit(0);
        Assert.Contains("whole: 2 articles", after.Output);
    }

    [Fact]
    public async Task A_whole_index_needs_no_repair()
    {
        var before = Directory.GetFiles(_folder.At("x")).Length;
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "check", "x", "--repair");

        run.AssertExit(0);
        Assert.Contains("nothing to repair", run.Output);
        Assert.InRange(Directory.GetFiles(_folder.At("x")).Length, before, before + 1 /* write.lock */);
    }

    [Fact]
    public async Task Where_there_is_no_index_nothing_is_made_by_a_repair()
    {
        (await NewsSearchProgram.RunAsync(_folder.Path, "check", "nowhere", "--repair")).AssertFailure("No index");
        Assert.False(Directory.Exists(_folder.At("nowhere")));
    }

    [Fact]
    public async Task A_missing_list_of_segments_fails_with_a_message()
    {
        foreach (var file in Directory.GetFiles(_folder.At("x"), "segments*")) File.Delete(file);

        var run = await NewsSearchProgram.RunAsync(_folder.Path, "check", "x");

        run.AssertFailure("segments_N");
    }

    [Fact]
    public async Task A_folder_that_is_no_index_fails_with_a_message()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "check", ".");

        run.AssertFailure("No index");
    }
}
