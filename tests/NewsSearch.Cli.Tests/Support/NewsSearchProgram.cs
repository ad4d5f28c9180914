using System.Diagnostics;

namespace NewsSearch.Cli.Tests.Support;

/// <summary>The real program in a process of its own, in a folder of its own.</summary>
internal sealed class NewsSearchProgram : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private NewsSearchProgram(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>Runs the program to its end.</summary>
    public static async Task<ProgramResult> RunAsync(string folder, params string[] arguments)
    {
        using var program = Start(folder, isDebug: false, arguments);
        return await program.EndAsync();
    }

    /// <summary>Runs the program to its end with NEWSSEARCH_DEBUG=1.</summary>
    public static async Task<ProgramResult> RunWithDebugAsync(string folder, params string[] arguments)
    {
        using var program = Start(folder, isDebug: true, arguments);
        return await program.EndAsync();
    }

    /// <summary>Starts the program, for one that does not end by itself.</summary>
    public static NewsSearchProgram Start(string folder, params string[] arguments) => Start(folder, isDebug: false, arguments);

    /// <summary>The next line of output that contains this text; the lines before it are passed over.</summary>
    public Task<string> WaitForLineAsync(string text) => WaitAsync(_process.StandardOutput, text);

    /// <summary>The same of the messages on standard error.</summary>
    public Task<string> WaitForErrorAsync(string text) => WaitAsync(_process.StandardError, text);

    public async Task<ProgramResult> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        var output = _process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = _process.StandardError.ReadToEndAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        return new ProgramResult(_process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private async Task<string> WaitAsync(StreamReader output, string text)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (await output.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains(text)) return line;
        }
        throw new InvalidOperationException($"The program ended without writing “{text}”: {await _process.StandardError.ReadToEndAsync(limit.Token)}");
    }

    private static NewsSearchProgram Start(string folder, bool isDebug, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "newssearch.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["NEWSSEARCH_DEBUG"] = isDebug ? "1" : "";
        return new NewsSearchProgram(Process.Start(start)!);
    }
}
