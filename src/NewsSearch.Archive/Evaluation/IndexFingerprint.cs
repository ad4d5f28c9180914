using System.Security.Cryptography;
using System.Text;

namespace NewsSearch.Archive.Evaluation;

/// <summary>Tells commits of indexes apart, those of another index that took the place of the first included.</summary>
internal static class IndexFingerprint
{
    /// <summary>
    /// A digest of the lists of segments and of each segment's description: the one changes with every commit, the other holds a
    /// random id made when the segment was written.
    /// </summary>
    public static string Of(string directory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.EnumerateFiles(directory).Where(IsDescription).OrderBy(file => file, StringComparer.Ordinal);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool IsDescription(string file) =>
        Path.GetFileName(file) is var name && (name.StartsWith("segments_", StringComparison.Ordinal) || name.EndsWith(".si", StringComparison.Ordinal));
}
