using System.Runtime.InteropServices;

namespace NewsSearch.Benchmarks.Mixed;

/// <summary>The share of the processor that the calling thread gets where others want it too; .NET's own thread priorities do nothing on Linux.</summary>
internal static partial class ThreadPriority
{
    private const int OfOneThread = 0;
    private const int CallingThread = 0;

    /// <summary>Lowers it.</summary>
    /// <param name="nice">0 as others, up to 19 for the least.</param>
    public static void Lower(int nice)
    {
        if (nice == 0) return;
        if (!OperatingSystem.IsLinux()) throw new PlatformNotSupportedException("Only on Linux.");
        if (SetPriority(OfOneThread, CallingThread, nice) != 0) throw new InvalidOperationException($"The system did not set the priority of a thread to {nice}.");
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int priority);
}
