using System.Diagnostics;

namespace NewsSearch.Archive.Dictionary;

/// <summary>
/// The dictionary of a file as it is now: a change of the file counts within a second. Without the file there are no words. While a file can't be used the
/// dictionary from before holds. Thread-safe.
/// </summary>
internal sealed class DictionarySource
{
    private readonly string _path;
    private readonly TimeSpan _interval;
    private readonly Action<Exception>? _failed;
    private readonly Lock _reload = new();
    private volatile ReaderDictionary _current;
    private long _version;
    private (DateTime Changed, long Length)? _state;
    private long _lookedAt = Stopwatch.GetTimestamp();

    /// <param name="path">The file; it need not be there yet.</param>
    /// <param name="interval">How often at most to look whether it has changed.</param>
    /// <param name="failed">Is told why a changed file can't be used.</param>
    /// <exception cref="DictionaryFileException">It is there and can't be used.</exception>
    public DictionarySource(string path, TimeSpan interval, Action<Exception>? failed)
    {
        _path = path;
        _interval = interval;
        _failed = failed;
        _state = StateOf(path);
        _current = _state is null ? ReaderDictionary.Empty : DictionaryFile.Read(path);
    }

    /// <summary>The dictionary that holds now.</summary>
    public ReaderDictionary Current
    {
        get
        {
            if (Stopwatch.GetElapsedTime(Interlocked.Read(ref _lookedAt)) >= _interval) Reload();
            return _current;
        }
    }

    /// <summary>Grows when another dictionary begins to hold: what is read after reading it is that dictionary, or a newer one.</summary>
    public long Version
    {
        get
        {
            _ = Current;
            return Volatile.Read(ref _version);
        }
    }

    private void Reload()
    {
        // Whoever looks, looks for all; nobody waits for it.
        if (!_reload.TryEnter()) return;
        try
        {
            var state = StateOf(_path);
            if (state == _state) return;
            // Before reading: a file that changes meanwhile is read again, and a broken one is told once.
            _state = state;
            _current = state is null ? ReaderDictionary.Empty : DictionaryFile.Read(_path);
            Volatile.Write(ref _version, _version + 1);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _failed?.Invoke(error);
        }
        finally
        {
            Interlocked.Exchange(ref _lookedAt, Stopwatch.GetTimestamp());
            _reload.Exit();
        }
    }

    private static (DateTime, long)? StateOf(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : null;
    }
}
