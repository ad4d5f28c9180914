using System.Text;

namespace NewsSearch.Cli;

/// <summary>
/// Tells what was refused and hides nothing: the first of each file go to standard error, all of them into a file beside
/// the index. Where that file can't be written, all go to standard error.
/// </summary>
internal sealed class RefusalLog : IDisposable
{
    /// <summary>Refusals of one file that are printed; a file of another kind than its name says would fill the screen for hours.</summary>
    public const int MaxPrintedPerFile = 100;

    private readonly Dictionary<string, int> _countByFile = new(StringComparer.Ordinal);
    private StreamWriter? _log;
    private bool _isLogTried;

    public RefusalLog(string indexDirectory) => LogPath = Path.TrimEndingDirectorySeparator(indexDirectory) + ".refused.log";

    /// <summary>Writes a line for people; standard error, unless a display there has the screen.</summary>
    public Action<string> Print { get; set; } = Console.Error.WriteLine;

    /// <summary>Number of refusals.</summary>
    public int Count { get; private set; }

    /// <summary>Where the complete list lies, if there were any and it could be written.</summary>
    public string LogPath { get; }

    public bool HasLog => _log is not null;

    /// <summary>Files of which not all refusals were printed, with the number of those left out.</summary>
    public IEnumerable<(string File, int Unprinted)> Shortened => HasLog
        ? _countByFile.Where(pair => pair.Value > MaxPrintedPerFile).Select(pair => (pair.Key, pair.Value - MaxPrintedPerFile))
        : [];

    /// <summary>
    /// Removes the list of an earlier run, which would pass for the list of this one. To be called once the index is ours:
    /// the list may belong to a run that is under way.
    /// </summary>
    public void Begin() => File.Delete(LogPath);

    /// <param name="file">The file that it stands in.</param>
    /// <param name="message">File, line and reason.</param>
    public void Add(string file, string message)
    {
        Count++;
        var countOfFile = _countByFile[file] = _countByFile.GetValueOrDefault(file) + 1;
        OpenLog();
        _log?.WriteLine(message);
        if (!HasLog || countOfFile <= MaxPrintedPerFile) Print(message);
    }

    public void Dispose() => _log?.Dispose();

    private void OpenLog()
    {
        if (_isLogTried) return;
        _isLogTried = true;
        try
        {
            _log = new StreamWriter(LogPath, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Print($"The list of refusals can't be written, so all are printed: {error.Message}");
        }
    }
}
