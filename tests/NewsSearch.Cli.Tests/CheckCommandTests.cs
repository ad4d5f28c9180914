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
