using System.Diagnostics.CodeAnalysis;

namespace NewsSearch.Lucene.Store;

/// <summary>An index file holds something else than the format allows. Nothing was changed on disk.</summary>
public class CorruptIndexException : IOException
{
    /// <summary>Reports a broken file.</summary>
    /// <param name="file">Name of the file, with its directory where known.</param>
    /// <param name="offset">Byte offset at which it was noticed; -1 if it concerns the file as a whole.</param>
    /// <param name="found">What stands there.</param>
    /// <param name="expected">What the format wants there.</param>
    public CorruptIndexException(string file, long offset, string found, string expected)
        : base(Describe(file, offset, found, expected))
    {
        File = file;
        Offset = offset;
        Found = found;
        Expected = expected;
    }

    /// <summary>Reports a broken file whose reading failed with another error.</summary>
    public CorruptIndexException(string file, long offset, string found, string expected, Exception inner)
        : base(Describe(file, offset, found, expected), inner)
    {
        File = file;
        Offset = offset;
        Found = found;
        Expected = expected;
    }

    /// <summary>The file that is broken.</summary>
    public string File { get; }

    /// <summary>Byte offset at which it was noticed; -1 if it concerns the file as a whole.</summary>
    public long Offset { get; }

    /// <summary>What stands there.</summary>
    public string Found { get; }

    /// <summary>What the format wants there.</summary>
    public string Expected { get; }

    /// <summary>Throws it; a separate method so that hot callers stay small.</summary>
    [DoesNotReturn]
    internal static void Throw(string file, long offset, string found, string expected) =>
        throw new CorruptIndexException(file, offset, found, expected);

    private static string Describe(string file, long offset, string found, string expected)
    {
        var place = offset < 0 ? file : $"{file} at byte {offset}";
        return $"Broken index file {place}: found {found}, expected {expected}. "
            + "Restore the index from a backup or build it again from the articles.";
    }
}
