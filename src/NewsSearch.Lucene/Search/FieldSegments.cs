using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Search;

/// <summary>The terms of a field in each segment of a snapshot. Thread-safe.</summary>
internal sealed class FieldSegments
{
    private readonly Terms?[] _terms;

    public FieldSegments(DirectoryReader reader, string field)
    {
        Reader = reader;
        _terms = [.. Enumerable.Range(0, reader.SegmentCount).Select(segment => reader.Segments[segment].Terms(field))];
    }

    public DirectoryReader Reader { get; }

    public int Count => _terms.Length;

    /// <summary>Whether any segment has terms of the field.</summary>
    public bool HasTerms => _terms.Any(terms => terms is not null);

    /// <summary>The field in a segment, or null if the segment has no terms of it.</summary>
    public Terms? this[int segment] => _terms[segment];
}
