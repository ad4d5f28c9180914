using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Search;

/// <summary>The terms of a field in each segment, with a cursor over them that all terms of a query share.</summary>
internal sealed class FieldTerms
{
    private readonly string _field;
    private readonly Terms?[] _terms;
    private readonly TermsEnum?[] _cursors;
    private readonly NumericDocValues?[] _norms;

    public FieldTerms(DirectoryReader reader, string field)
    {
        Reader = reader;
        _field = field;
        _terms = new Terms?[reader.SegmentCount];
        _cursors = new TermsEnum?[_terms.Length];
        _norms = new NumericDocValues?[_terms.Length];
        for (var i = 0; i < _terms.Length; i++)
        {
            _terms[i] = reader.Segments[i].Terms(field);
            _cursors[i] = _terms[i]?.Iterator();
        }
    }

    public DirectoryReader Reader { get; }

    public int SegmentCount => _terms.Length;

    /// <summary>The field in a segment, or null if the segment has no terms of it.</summary>
    public Terms? Segment(int segment) => _terms[segment];

    /// <summary>The cursor of a segment, wherever it stands; null if the segment has no terms.</summary>
    public TermsEnum? Cursor(int segment) => _cursors[segment];

    /// <summary>The field's norms in a segment; null if it has none.</summary>
    public NumericDocValues? Norms(int segment) => _norms[segment] ??= Reader.Segments[segment].Norms(_field);

    /// <summary>What each segment has of a term; a document frequency of 0 where it has nothing.</summary>
    public TermState[] Find(ReadOnlySpan<byte> term)
    {
        var states = new TermState[SegmentCount];
        for (var i = 0; i < states.Length; i++)
            if (_cursors[i] is { } cursor && cursor.SeekExact(term)) states[i] = cursor.State;
        return states;
    }
}
