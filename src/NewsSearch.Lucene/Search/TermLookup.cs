using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Search;

/// <summary>A term as found in the segments of an index: its totals, and where its postings are. It does not change, and searches share it.</summary>
internal sealed class TermLookup
{
    /// <summary>About what one takes in a cache beside its states: the object, its term, an entry of a table.</summary>
    private const int ObjectBytes = 200;

    private const int StateBytes = 56;

    private readonly FieldSegments _segments;

    // With a document frequency of 0 where the segment doesn't have the term; empty where no segment does.
    private readonly TermState[] _states;

    public TermLookup(FieldTerms terms, Term term)
        : this(terms.Segments, term, terms.Find(term.ToBytes()))
    {
    }

    /// <param name="states">As <see cref="FieldTerms.Find"/> gives them; owned from here on.</param>
    public TermLookup(FieldSegments segments, Term term, TermState[] states)
    {
        _segments = segments;
        Statistics = Total(term, states);
        _states = Statistics.DocFreq == 0 ? [] : states;
    }

    /// <summary>The snapshot that the term was looked up in.</summary>
    public DirectoryReader Reader => _segments.Reader;

    public TermStatistics Statistics { get; }

    /// <summary>Memory that it takes, about.</summary>
    public int ByteCount => ObjectBytes + sizeof(char) * Statistics.Term.Text.Length + StateBytes * _states.Length;

    /// <summary>Documents of the segment that hold the term, deleted ones included.</summary>
    public int DocFreq(int segment) => _states.Length == 0 ? 0 : _states[segment].DocFreq;

    /// <summary>The term's documents in a segment; null if there are none.</summary>
    /// <param name="reuse">An enum that is no longer needed, to save an allocation.</param>
    public PostingsEnum? Postings(int segment, PostingsFeatures features, PostingsEnum? reuse = null) =>
        DocFreq(segment) == 0 ? null : _segments[segment]!.Postings(_states[segment], features, reuse);

    /// <summary>Lets the processor fetch the beginning of what <see cref="Postings"/> will read.</summary>
    public void Prefetch(int segment)
    {
        if (DocFreq(segment) > 0) _segments[segment]!.Prefetch(_states[segment]);
    }

    private static TermStatistics Total(Term term, ReadOnlySpan<TermState> states)
    {
        var docFreq = 0;
        var totalTermFreq = 0L;
        foreach (ref readonly var state in states)
        {
            docFreq += state.DocFreq;
            totalTermFreq = state.TotalTermFreq < 0 || totalTermFreq < 0 ? -1 : totalTermFreq + state.TotalTermFreq;
        }

        return new TermStatistics(term, docFreq, totalTermFreq);
    }
}
