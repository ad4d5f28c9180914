using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>A term, scored by BM25.</summary>
internal sealed class TermWeight : Weight
{
    private readonly SearchContext _context;
    private readonly Term _term;
    private readonly bool _needsScores;
    private readonly TermLookup _lookup;
    private readonly Bm25Weight _similarity;

    /// <param name="lookup">Saves looking the term up, if it is of the snapshot that is searched.</param>
    public TermWeight(SearchContext context, Term term, bool needsScores, float boost, TermLookup? lookup = null)
    {
        _context = context;
        _term = term;
        _needsScores = needsScores;
        _lookup = context.Owns(lookup) ? lookup : context.Find(term);
        _similarity = new Bm25Weight(context.Lengths(term.Field), [_lookup.Statistics], boost);
    }

    public override Scorer? CreateScorer(int segment)
    {
        if (_lookup.DocFreq(segment) == 0) return null;
        return _needsScores
            ? new TermScorer(_context, _lookup, segment, _similarity.Scorer(_context.Norms(_term.Field, segment)))
            : new ConstantScorer(_context.Open(_lookup, segment, PostingsFeatures.Docs)!, 0);
    }

    public override int Count(int segment) => _context.Segment(segment).LiveDocs is null ? _lookup.DocFreq(segment) : -1;

    public override Explanation Explain(int segment, int docId)
    {
        var postings = _lookup.Postings(segment, PostingsFeatures.Freqs);
        if (postings is null || postings.Advance(docId) != docId) return Explanation.NoMatch($"{_term} does not occur");
        return _similarity.Explain(_term.ToString(), _context.Segment(segment).Norms(_term.Field), docId, postings.Freq);
    }
}
