using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>
/// Lets the system take back what a merge has read of its sources, which it reads front to back: else all of them would stay in the
/// memory of the process until the merge ends.
/// </summary>
internal sealed class SourcePages(IReadOnlyList<SegmentReader> readers)
{
    /// <summary>A merge writes about as much as it reads.</summary>
    private const int WrittenBetween = 8 << 20;

    private int _written;

    /// <summary>Counts bytes of the new segment.</summary>
    public void CountWritten(int bytes)
    {
        _written += bytes;
        if (_written < WrittenBetween) return;
        _written = 0;
        foreach (var reader in readers) reader.Core.LetGoOfPages();
    }
}
