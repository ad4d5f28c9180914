using System.ComponentModel;
using System.Runtime.InteropServices;

namespace NewsSearch.Lucene.Store;

/// <summary>fsync(2) of a folder, which the base library does not offer: makes created, renamed and removed names durable.</summary>
internal static partial class FolderSync
{
    private const int ReadOnly = 0;

    public static void Flush(string path)
    {
        var descriptor = Open(path, ReadOnly);
        if (descriptor < 0) Fail(path);
        try
        {
            if (Sync(descriptor) != 0) Fail(path);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static void Fail(string path)
    {
        var reason = new Win32Exception(Marshal.GetLastPInvokeError()).Message;
        throw new IOException($"The folder {path} could not be synced to disk: {reason}.");
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
