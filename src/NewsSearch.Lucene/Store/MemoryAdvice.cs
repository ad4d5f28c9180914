using System.Runtime.InteropServices;

namespace NewsSearch.Lucene.Store;

/// <summary>Tells the system what is planned with memory. All of it may be refused or ignored, and is not needed to be correct.</summary>
internal static unsafe partial class MemoryAdvice
{
    // From Linux' mman-common.h. Elsewhere the numbers and their meanings differ, so nothing is said there.
    private const int DontNeed = 4;
    private const int HugePage = 14;

    /// <summary>The memory is worth large pages.</summary>
    /// <param name="address">A multiple of the size of a page.</param>
    public static void UseHugePages(void* address, nuint length) => Advise(address, length, HugePage);

    /// <summary>
    /// The pages of a file that is mapped for reading are not needed soon. They leave the memory of the process, not the cache of the
    /// system, and come back where they are touched.
    /// </summary>
    /// <param name="address">A multiple of the size of a page.</param>
    public static void LetGo(void* address, nuint length) => Advise(address, length, DontNeed);

    private static void Advise(void* address, nuint length, int advice)
    {
        if (OperatingSystem.IsLinux()) _ = SystemAdvise(address, length, advice);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int SystemAdvise(void* address, nuint length, int advice);
}
