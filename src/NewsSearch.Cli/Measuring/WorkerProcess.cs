using System.Diagnostics;
using System.Text;

namespace NewsSearch.Cli.Measuring;

/// <summary>A running worker: one line goes in, one comes back. It does nothing between two questions.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _name;
    private readonly StringBuilder _errors = new();

    private WorkerProcess(string name, Process process)
    {
        _name = name;
        _process = process;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors) _errors.AppendLine(line.Data);
        };
        _process.BeginErrorReadLine();
    }

    public static WorkerProcess Start(BenchSide side)
    {
        var start = new ProcessStartInfo(side.Program, side.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        return new WorkerProcess(side.Name, Process.Start(start) ?? throw new InvalidOperationException($"{side.Program} did not start."));
    }

    /// <summary>Lets the worker do something and waits for its answer.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public WorkerAnswer Ask(params string[] words)
    {
        _process.StandardInput.Write(string.Join('\t', words) + "\n");
        _process.StandardInput.Flush();
        var line = _process.StandardOutput.ReadLine();
        if (line?.StartsWith("ok", StringComparison.Ordinal) == true) return WorkerAnswer.Parse(line);
        lock (_errors) throw new InvalidOperationException($"{_name}, asked to {string.Join(' ', words)}: {line ?? "it ended"}\n{_errors}");
    }

    public void Dispose()
    {
        // A worker ends with its input.
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10))) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
