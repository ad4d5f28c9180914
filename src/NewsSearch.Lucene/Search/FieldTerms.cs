using NewsSearch.Lucene.Codecs.Terms;

namespace NewsSearch.Lucene.Search;

/// <summary>The terms of a field in each segment, with a cursor over them that all terms of a query share.</summary>
internal sealed class FieldTerms(FieldSegments segments)
{
    private readonly TermsEnum?[] _cursors = new TermsEnum?[segments.Count];

    public FieldSegments Segments => segments;

    /// <summary>The cursor of a segment, wherever it stands; null if the segment has no terms.</summary>
    public TermsEnum? Cursor(int segment) => _cursors[segment] ??= segments[segment]?.Iterator();

    /// <summary>What each segment has of a term; a document frequency of 0 where it has nothing.</summary>
    public TermState[] Find(ReadOnlySpan<byte> term)
    {
        var states = new TermState[segments.Count];
        for (var i = 0; i < states.Length; i++)
            if (Cursor(i) is { } cursor && cursor.SeekExact(term)) states[i] = cursor.State;
        return states;
    }
}
