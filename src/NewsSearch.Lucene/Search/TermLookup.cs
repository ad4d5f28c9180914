using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Search;

/// <summary>A term as found in the segments of an index: its totals, and where its postings are.</summary>
internal sealed class TermLookup
{
    private readonly FieldTerms _terms;

    // With a document frequency of 0 where the segment doesn't have the term.
    private readonly TermState[] _states;

    public TermLookup(FieldTerms terms, Term term)
    {
        _terms = terms;
        _states = new TermState[terms.SegmentCount];
        var bytes = term.ToBytes();
        var docFreq = 0;
        var totalTermFreq = 0L;
        for (var i = 0; i < _states.Length; i++)
        {
            if (terms.Cursor(i) is not { } cursor || !cursor.SeekExact(bytes)) continue;
            _states[i] = cursor.State;
            docFreq += cursor.DocFreq;
            totalTermFreq = cursor.TotalTermFreq < 0 || totalTermFreq < 0 ? -1 : totalTermFreq + cursor.TotalTermFreq;
        }

        Statistics = new TermStatistics(term, docFreq, totalTermFreq);
    }

    public TermStatistics Statistics { get; }

    /// <summary>Documents of the segment that hold the term, deleted ones included.</summary>
    public int DocFreq(int segment) => _states[segment].DocFreq;

    /// <summary>The term's documents in a segment; null if there are none.</summary>
    public PostingsEnum? Postings(int segment, PostingsFeatures features) =>
        DocFreq(segment) == 0 ? null : _terms.Segment(segment)!.Postings(_states[segment], features);
}
