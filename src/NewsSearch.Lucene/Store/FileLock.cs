using System.Text;

namespace NewsSearch.Lucene.Store;

/// <summary>
/// A lock that the operating system holds for the process and drops when it ends, so a file left behind by a crash
/// locks nothing. The file says who holds it.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    public static FileLock Obtain(string path)
    {
        FileStream file;
        try
        {
            // FileShare.None is an exclusive flock(2) on Unix; a reader that shares everything can still see who holds it.
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException error) when (error is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new LockHeldException(path, ReadHolder(path));
        }

        file.SetLength(0);
        file.Write(Encoding.UTF8.GetBytes($"process {Environment.ProcessId} on {Environment.MachineName}"));
        file.Flush(flushToDisk: false);
        return new FileLock(file);
    }

    public void Dispose() => _file.Dispose();

    private static string ReadHolder(string path)
    {
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[200];
            var count = RandomAccess.Read(handle, bytes, 0);
            return count > 0 ? Encoding.UTF8.GetString(bytes, 0, count) : "another writer";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
