using System.Globalization;

namespace NewsSearch.Lucene.Tests.Store;

/// <summary>How much of mapped files is in the memory of this process.</summary>
internal static class MappedBytes
{
    /// <summary>Of all maps of the file together.</summary>
    public static long Of(string path)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux says what of a mapped file is in memory.");
        var isOfFile = false;
        var bytes = 0L;
        foreach (var line in File.ReadLines("/proc/self/smaps"))
        {
            // The head of each map ends with the path; then come lines of a name and a number.
            if (char.IsAsciiHexDigitLower(line[0])) isOfFile = line.EndsWith(path, StringComparison.Ordinal);
            else if (isOfFile && line.StartsWith("Rss:", StringComparison.Ordinal)) bytes += 1024 * long.Parse(line.AsSpan(4).Trim(" kB"), CultureInfo.InvariantCulture);
        }

        return bytes;
    }
}
