using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NewsSearch.Benchmarks.Cold;

/// <summary>Lets the operating system forget what it has read of files, so that they come from the disk again.</summary>
internal static partial class PageCache
{
    // POSIX_FADV_DONTNEED: of pages that were written and that nobody has mapped nothing is kept.
    private const int DontNeed = 4;

    public static void Drop(string folder)
    {
        if (!OperatingSystem.IsLinux()) throw new PlatformNotSupportedException("Only on Linux.");
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            using var file = File.OpenHandle(path);
            var error = Advise(file, 0, 0, DontNeed);
            if (error != 0) throw new IOException($"{path}: posix_fadvise failed with error {error}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    private static partial int Advise(SafeFileHandle file, long offset, long length, int advice);
}
