using System.Runtime.InteropServices;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// Makes threads that take the processor only when no search wants it. The writer merges on such threads; who adds documents in a process that also answers
/// searches does well to add them on one too.
/// </summary>
/// <remarks>
/// On Linux the thread gets a nice value of <see cref="Nice"/>, since .NET's own priorities do nothing there; it never goes back, which is why a thread of its
/// own is needed and none of the pool's will do. Elsewhere its priority is the lowest. Where the system refuses, it runs like others.
/// </remarks>
public static partial class BackgroundThread
{
    /// <summary>Of 0 (as others) to 19: with 19 two busy threads leave a search about 97 % of the processor.</summary>
    public const int Nice = 19;

    private const int OfOneThread = 0;
    private const int CallingThread = 0;

    /// <summary>Starts a thread that ends with <paramref name="work"/> and doesn't keep the process alive.</summary>
    /// <param name="name">For debuggers and dumps.</param>
    /// <param name="work">Must catch its exceptions: one that leaves it ends the process.</param>
    /// <param name="standsBack">Whether it leaves the processor to others; where nobody searches there is no reason to.</param>
    public static Thread Start(string name, Action work, bool standsBack = true)
    {
        var thread = new Thread(() =>
        {
            if (standsBack) StandBack();
            work();
        })
        {
            IsBackground = true,
            Name = name,
        };
        thread.Start();
        return thread;
    }

    private static void StandBack()
    {
        // Both may be refused, and neither is needed to be correct.
        if (OperatingSystem.IsLinux()) _ = SetPriority(OfOneThread, CallingThread, Nice);
        else Thread.CurrentThread.Priority = ThreadPriority.Lowest;
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int priority);
}
