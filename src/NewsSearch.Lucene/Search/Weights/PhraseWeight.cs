using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>Terms at fixed distances, scored by BM25 as if the phrase were a term.</summary>
internal sealed class PhraseWeight : Weight
{
    private readonly SearchContext _context;
    private readonly PhraseQuery _query;
    private readonly bool _needsScores;
    private readonly TermLookup[] _lookups;
    private readonly Bm25Weight _similarity;

    public PhraseWeight(SearchContext context, PhraseQuery query, bool needsScores, float boost)
    {
        _context = context;
        _query = query;
        _needsScores = needsScores;
        _lookups = [.. query.Terms.Select(term => context.Find(new Term(query.Field, term)))];
        _similarity = new Bm25Weight(
            context.Lengths(query.Field), [.. _lookups.Select(lookup => lookup.Statistics)], boost);
    }

    public override Scorer? CreateScorer(int segment) => CreatePhraseScorer(segment, _needsScores);

    public override Explanation Explain(int segment, int docId)
    {
        var scorer = CreatePhraseScorer(segment, needsFreq: true);
        if (scorer is null || scorer.Advance(docId) != docId) return Explanation.NoMatch($"{_query} does not occur");
        return _similarity.Explain(_query.ToString(), _context.Segment(segment).Norms(_query.Field), docId, scorer.Freq);
    }

    private PhraseScorer? CreatePhraseScorer(int segment, bool needsFreq)
    {
        RequirePositions(segment);
        foreach (var lookup in _lookups)
            if (lookup.DocFreq(segment) == 0) return null;

        var positions = new PhrasePosition[_lookups.Length];
        for (var i = 0; i < positions.Length; i++)
            positions[i] = new PhrasePosition(_lookups[i].Postings(segment, PostingsFeatures.Positions)!, _query.Positions[i]);
        var norms = _context.Segment(segment).Norms(_query.Field);
        return new PhraseScorer(positions, _similarity.Scorer(norms), needsFreq, _context.CancellationToken);
    }

    private void RequirePositions(int segment)
    {
        if (_context.Segment(segment).Terms(_query.Field) is { Field.HasPositions: false })
            throw new InvalidOperationException(
                $"Field {_query.Field} is indexed without positions, so phrases can't be searched in it. Index it with positions.");
    }
}
