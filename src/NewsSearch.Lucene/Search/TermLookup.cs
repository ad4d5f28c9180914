using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Search;

/// <summary>A term as found in the segments of an index: its totals, and where its postings are.</summary>
internal sealed class TermLookup
{
    private readonly FieldTerms _terms;

    // With a document frequency of 0 where the segment doesn't have the term.
    private readonly TermState[] _states;

    public TermLookup(FieldTerms terms, Term term)
        : this(terms, term, terms.Find(term.ToBytes()))
    {
    }

    /// <param name="states">As <see cref="FieldTerms.Find"/> gives them; owned from here on.</param>
    public TermLookup(FieldTerms terms, Term term, TermState[] states)
    {
        _terms = terms;
        _states = states;
        Statistics = Total(term, states);
    }

    public TermStatistics Statistics { get; }

    /// <summary>The snapshot that the term was looked up in.</summary>
    public DirectoryReader Reader => _terms.Reader;

    /// <summary>Documents of the segment that hold the term, deleted ones included.</summary>
    public int DocFreq(int segment) => _states[segment].DocFreq;

    /// <summary>The term's documents in a segment; null if there are none.</summary>
    public PostingsEnum? Postings(int segment, PostingsFeatures features) =>
        DocFreq(segment) == 0 ? null : _terms.Segment(segment)!.Postings(_states[segment], features);

    /// <summary>The norms of the term's field in a segment; null if it has none.</summary>
    public NumericDocValues? Norms(int segment) => _terms.Norms(segment);

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
