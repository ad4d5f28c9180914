using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>Two phrases near each other, scored by BM25 as if they were a term.</summary>
internal sealed class NearWeight : Weight
{
    private readonly SearchContext _context;
    private readonly NearQuery _query;
    private readonly bool _needsScores;
    private readonly TermLookup[] _first;
    private readonly TermLookup[] _second;
    private readonly Bm25Weight _similarity;

    /// <param name="context">Of the search.</param>
    /// <param name="query">Both phrases have terms.</param>
    /// <param name="needsScores">Whether scores are going to be asked for.</param>
    /// <param name="boost">Multiplies the scores.</param>
    public NearWeight(SearchContext context, NearQuery query, bool needsScores, float boost)
    {
        _context = context;
        _query = query;
        _needsScores = needsScores;
        _first = Find(query.First);
        _second = Find(query.Second);
        _similarity = new Bm25Weight(
            context.Lengths(query.Field), [.. _first.Concat(_second).Select(lookup => lookup.Statistics)], boost);
    }

    public override Scorer? CreateScorer(int segment) => CreateNearScorer(segment, _needsScores);

    public override Explanation Explain(int segment, int docId)
    {
        var scorer = CreateNearScorer(segment, needsFreq: true);
        if (scorer is null || scorer.Advance(docId) != docId) return Explanation.NoMatch($"{_query} does not occur");
        return _similarity.Explain(_query.ToString(), _context.Segment(segment).Norms(_query.Field), docId, scorer.PhraseFreq);
    }

    private TermLookup[] Find(PhraseQuery phrase) => [.. phrase.Terms.Select(term => _context.Find(new Term(phrase.Field, term)))];

    private NearScorer? CreateNearScorer(int segment, bool needsFreq)
    {
        PhraseChecks.RequireIndexedPositions(_context.Segment(segment), _query.Field);
        if (_first.Concat(_second).Any(lookup => lookup.DocFreq(segment) == 0)) return null;
        var similarity = _similarity.Scorer(_context.Segment(segment).Norms(_query.Field));
        return new NearScorer(
            Open(_query.First, _first, segment), Open(_query.Second, _second, segment), _query.Distance, similarity, needsFreq, _context.CancellationToken);
    }

    private NearPhrase Open(PhraseQuery phrase, TermLookup[] lookups, int segment)
    {
        // Counted from the first term, so that an occurrence begins where that stands.
        var from = phrase.Positions[0];
        PhrasePosition[] positions =
            [.. lookups.Select((lookup, i) => new PhrasePosition(_context.Open(lookup, segment, PostingsFeatures.Positions)!, phrase.Positions[i] - from))];
        return new NearPhrase(positions, phrase.Positions[^1] - from + _query.TermLength);
    }
}
