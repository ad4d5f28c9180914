using System.Text;

namespace NewsSearch.Lucene.Search;

/// <summary>
/// Counts the documents of many terms of a field, one after the other: its cursors stay where the term before was, which saves what opening them takes.
/// Not thread-safe; to be used while the snapshot is searched.
/// </summary>
public sealed class TermFrequencies
{
    private const int ShortBytes = 256;

    private readonly FieldTerms _terms;

    internal TermFrequencies(FieldTerms terms) => _terms = terms;

    /// <summary>Number of documents that hold the term, deleted ones included; 0 where there is none.</summary>
    public int DocFreq(ReadOnlySpan<char> term)
    {
        var most = Encoding.UTF8.GetMaxByteCount(term.Length);
        Span<byte> room = most <= ShortBytes ? stackalloc byte[ShortBytes] : new byte[most];
        var bytes = room[..Encoding.UTF8.GetBytes(term, room)];
        var count = 0;
        for (var segment = 0; segment < _terms.Segments.Count; segment++)
            if (_terms.Cursor(segment) is { } cursor && cursor.SeekExact(bytes)) count += cursor.DocFreq;
        return count;
    }
}
