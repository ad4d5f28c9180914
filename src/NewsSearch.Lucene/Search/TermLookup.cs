using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Search;

/// <summary>A term as found in the segments of an index: its totals, and where its postings are.</summary>
internal sealed class TermLookup
{
    private readonly TermsEnum?[] _bySegment;

    public TermLookup(DirectoryReader reader, Term term)
    {
        _bySegment = new TermsEnum?[reader.SegmentCount];
        var bytes = term.ToBytes();
        var docFreq = 0;
        var totalTermFreq = 0L;
        for (var i = 0; i < _bySegment.Length; i++)
        {
            var terms = reader.Segments[i].Terms(term.Field)?.Iterator();
            if (terms is null || !terms.SeekExact(bytes)) continue;
            _bySegment[i] = terms;
            docFreq += terms.DocFreq;
            totalTermFreq = terms.TotalTermFreq < 0 || totalTermFreq < 0 ? -1 : totalTermFreq + terms.TotalTermFreq;
        }

        Statistics = new TermStatistics(term, docFreq, totalTermFreq);
    }

    public TermStatistics Statistics { get; }

    /// <summary>Documents of the segment that hold the term, deleted ones included.</summary>
    public int DocFreq(int segment) => _bySegment[segment]?.DocFreq ?? 0;

    /// <summary>The term's documents in a segment; null if there are none.</summary>
    public PostingsEnum? Postings(int segment, PostingsFeatures features) => _bySegment[segment]?.Postings(features);
}
