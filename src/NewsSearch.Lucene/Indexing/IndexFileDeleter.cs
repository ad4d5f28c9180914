using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// Counts who needs each index file: commits, the writer's live segments and open readers of the writer. A file goes when
/// nobody does. Where the system refuses (Windows, while a reader of another origin has the file mapped), a later commit
/// tries again. Thread-safe.
/// </summary>
internal sealed class IndexFileDeleter(IndexDirectory directory)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _counts = [];
    private readonly HashSet<string> _refused = [];
    private bool _isClosed;

    public void Acquire(IEnumerable<string> files)
    {
        lock (_lock)
        {
            foreach (var file in files)
            {
                _counts[file] = _counts.GetValueOrDefault(file) + 1;
                _refused.Remove(file);
            }
        }
    }

    public void Release(IEnumerable<string> files)
    {
        lock (_lock)
        {
            // The lock on the index is gone: a file of that name may be another writer's by now.
            if (_isClosed) return;
            foreach (var file in files)
            {
                var count = _counts[file] - 1;
                if (count > 0)
                {
                    _counts[file] = count;
                    continue;
                }

                _counts.Remove(file);
                Delete(file);
            }
        }
    }

    /// <summary>Tries the files again that the system refused to delete.</summary>
    public void Retry()
    {
        lock (_lock)
        {
            foreach (var file in _refused.ToList()) Delete(file);
        }
    }

    /// <summary>Deletes nothing from now on.</summary>
    public void Close()
    {
        lock (_lock) _isClosed = true;
    }

    private void Delete(string file)
    {
        if (IndexFiles.TryDelete(directory, file)) _refused.Remove(file);
        else _refused.Add(file);
    }
}
