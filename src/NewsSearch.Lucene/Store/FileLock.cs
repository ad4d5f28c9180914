using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace NewsSearch.Lucene.Store;

/// <summary>
/// A lock that the operating system holds for the process and drops when it ends, so a file left behind by a crash
/// locks nothing. The file says who holds it.
/// </summary>
internal sealed partial class FileLock : IDisposable
{
    private const int ReadOnly = 0;

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    public static FileLock Obtain(string path)
    {
        FileStream file;
        try
        {
            // On Unix FileShare.None is an exclusive flock(2).
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException error) when (IsHeldElsewhere(error))
        {
            throw new LockHeldException(path, ReadHolder(path));
        }

        try
        {
            file.SetLength(0);
            file.Write(Encoding.UTF8.GetBytes($"process {Environment.ProcessId} on {Environment.MachineName}"));
            return new FileLock(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Whether the system refused the lock itself, and not, say, a full disk or a read-only folder.</summary>
    private static bool IsHeldElsewhere(IOException error)
    {
        const int sharingViolation = unchecked((int)0x80070020); // Windows
        const int wouldBlockOnLinux = 11; // EWOULDBLOCK
        const int wouldBlockOnBsd = 35; // macOS too
        return error.HResult == sharingViolation || error.HResult == (OperatingSystem.IsLinux() ? wouldBlockOnLinux : wouldBlockOnBsd);
    }

    private static string ReadHolder(string path)
    {
        // Windows lets nobody read the file; elsewhere the base library would ask for a lock of its own, which is refused too.
        if (OperatingSystem.IsWindows()) return "another process";
        var descriptor = Open(path, ReadOnly);
        if (descriptor < 0) return "another process";
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        var bytes = new byte[200];
        var count = RandomAccess.Read(handle, bytes, 0);
        return count > 0 ? Encoding.UTF8.GetString(bytes, 0, count) : "another process";
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags);
}
