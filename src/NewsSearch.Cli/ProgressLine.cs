using System.Diagnostics;

namespace NewsSearch.Cli;

/// <summary>
/// One line on standard error that says how far a piece of work is. On a terminal it changes in place; elsewhere only the beginning, every half
/// minute and the end are written. Thread-safe.
/// </summary>
internal sealed class ProgressLine(string what) : IDisposable
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private TimeSpan _next;
    private string? _last;

    /// <summary>Says that so much of all is done.</summary>
    public void Report(int done, int all, string unit)
    {
        lock (_lock)
        {
            var elapsed = Stopwatch.GetElapsedTime(_started);
            _last = $"{what}: {done:N0} of {all:N0} {unit}, {elapsed.TotalSeconds:N0} s";
            if (elapsed < _next) return;
            _next = elapsed + (_isTerminal ? OnTerminal : Elsewhere);
            Write();
        }
    }

    /// <summary>Writes the end, if there was a beginning.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_last is null) return;
            Write();
            if (_isTerminal) Console.Error.WriteLine();
        }
    }

    private void Write()
    {
        if (_isTerminal) Console.Error.Write($"\r{_last}\u001b[K");
        else Console.Error.WriteLine(_last);
    }
}
