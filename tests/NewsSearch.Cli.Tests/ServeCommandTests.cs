using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsSearch.Cli.Tests.Support;
using NewsSearch.Lucene.Tests;

namespace NewsSearch.Cli.Tests;

public sealed partial class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task Without_an_index_one_is_built_from_the_sample_and_served()
    {
        using (var first = NewsSearchProgram.Start(_folder.Path, "serve", "--urls", "http://127.0.0.1:0"))
        {
            await first.WaitForLineAsync("building one from the sample articles");
            var url = await UrlOfAsync(first);

            using var client = new HttpClient();
            var ready = JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync(url + "/health/ready"));
            Assert.InRange(ready.GetProperty("articleCount").GetInt32(), 120, 1000);
            Assert.Contains("新闻检索", await client.GetStringAsync(url + "/"));
        }

        using var second = NewsSearchProgram.Start(_folder.Path, "serve", "--urls", "http://127.0.0.1:0");
        Assert.StartsWith("Serving ", await second.WaitForLineAsync(" "));
    }

    [SkippableFact]
    public async Task The_question_in_the_README_is_answered()
    {
        Skip.If(!File.Exists("/usr/bin/curl"), "There is no /usr/bin/curl.");
        using var program = NewsSearchProgram.Start(_folder.Path, "serve", "--urls", "http://127.0.0.1:0");
        await program.WaitForLineAsync("building one");
        var url = await UrlOfAsync(program);
        var question = File.ReadLines(Repository.PathOf("README.md")).Single(line => line.StartsWith("    curl ", StringComparison.Ordinal)).Trim();

        var start = new ProcessStartInfo("/bin/bash", ["-c", question.Replace("http://127.0.0.1:5080", url, StringComparison.Ordinal)]) { RedirectStandardOutput = true };
        using var curl = Process.Start(start)!;
        var answer = JsonSerializer.Deserialize<JsonElement>(await curl.StandardOutput.ReadToEndAsync());

        Assert.Equal("高铁", answer.GetProperty("query").GetString());
        Assert.Equal(3, answer.GetProperty("hits").GetArrayLength());
    }

    [Fact]
    public async Task The_index_that_was_named_is_served()
    {
        _folder.Write("a.jsonl", Some.Lines(7));
        (await NewsSearchProgram.RunAsync(_folder.Path, "index", "a.jsonl", "--index", "x")).AssertExit(0);

        using var program = NewsSearchProgram.Start(_folder.Path, "serve", "--index", "x", "--urls", "http://127.0.0.1:0");

        Assert.StartsWith("Serving 7 articles of x on http://127.0.0.1:", await program.WaitForLineAsync("Serving"));
    }

    [Fact]
    public async Task An_index_that_was_named_and_is_not_there_is_an_error()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "serve", "--index", "nowhere", "--urls", "http://127.0.0.1:0");

        run.AssertFailure("nowhere");
        Assert.False(Directory.Exists(_folder.At("nowhere")));
    }

    [Fact]
    public async Task A_port_in_use_is_said_before_an_index_is_built()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var run = await NewsSearchProgram.RunAsync(_folder.Path, "serve", "--urls", url);

        run.AssertFailure(url, "already in use", "--urls");
        Assert.False(Directory.Exists(_folder.At("index-data")));
    }

    [Fact]
    public async Task An_address_that_is_none_is_an_error()
    {
        var run = await NewsSearchProgram.RunAsync(_folder.Path, "serve", "--urls", "here");

        run.AssertFailure("here", "--urls");
    }

    [SkippableFact]
    public async Task An_interrupt_ends_the_program_in_good_order()
    {
        Skip.If(OperatingSystem.IsWindows(), "Signals are a matter of Unix.");
        using var program = NewsSearchProgram.Start(_folder.Path, "serve", "--urls", "http://127.0.0.1:0");
        await program.WaitForLineAsync("Serving");

        using (var kill = Process.Start("kill", ["-INT", program.Id.ToString()])) await kill.WaitForExitAsync();

        (await program.EndAsync()).AssertExit(0);
    }

    private static async Task<string> UrlOfAsync(NewsSearchProgram program) =>
        Address().Match(await program.WaitForLineAsync("Serving")).Value;

    [GeneratedRegex(@"http://[0-9.:]+")]
    private static partial Regex Address();
}
