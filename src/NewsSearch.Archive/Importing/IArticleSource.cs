namespace NewsSearch.Archive.Importing;

/// <summary>Reads articles out of a file, one after the other, in bounded memory.</summary>
public interface IArticleSource
{
    /// <summary>Every article of the file or, for one that can't be read, why not; a bad one does not end the rest.</summary>
    /// <exception cref="IOException">The file can't be read (on).</exception>
    IEnumerable<ImportedArticle> Read();

    /// <summary>How far the reading is: bytes read of the file as it lies on disk, from 0 to <see cref="ByteLength"/>.</summary>
    long BytesRead { get; }

    /// <summary>Size of the file on disk in bytes.</summary>
    long ByteLength { get; }
}
