using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>Terms at given distances, exactly or nearly, scored by BM25 as if the phrase were a term.</summary>
internal sealed class PhraseWeight : Weight
{
    private readonly SearchContext _context;
    private readonly string _field;
    private readonly string _name;
    private readonly int _slop;
    private readonly bool _needsScores;
    private readonly PhraseSlot[] _slots;
    private readonly TermLookup[][] _lookups;
    private readonly Bm25Weight _similarity;

    /// <param name="context">Of the search.</param>
    /// <param name="field">A field with positions.</param>
    /// <param name="slots">At least two.</param>
    /// <param name="slop">See <see cref="PhraseQuery.Slop"/>.</param>
    /// <param name="name">The query as text.</param>
    /// <param name="needsScores">Whether scores are going to be asked for.</param>
    /// <param name="boost">Multiplies the scores.</param>
    public PhraseWeight(SearchContext context, string field, PhraseSlot[] slots, int slop, string name, bool needsScores, float boost)
    {
        _context = context;
        _field = field;
        _name = name;
        _slop = slop;
        _needsScores = needsScores;
        _slots = slots;
        _lookups = Array.ConvertAll(slots, slot => Array.ConvertAll(slot.Terms, term => context.Find(new Term(field, term))));
        _similarity = new Bm25Weight(
            context.Lengths(field), [.. _lookups.SelectMany(lookups => lookups).Select(lookup => lookup.Statistics)], boost);
    }

    public override Scorer? CreateScorer(int segment) => CreatePhraseScorer(segment, _needsScores);

    public override Explanation Explain(int segment, int docId)
    {
        var scorer = CreatePhraseScorer(segment, needsFreq: true);
        if (scorer is null || scorer.Advance(docId) != docId) return Explanation.NoMatch($"{_name} does not occur");
        return _similarity.Explain(_name, _context.Segment(segment).Norms(_field), docId, scorer.PhraseFreq);
    }

    private PositionsScorer? CreatePhraseScorer(int segment, bool needsFreq)
    {
        PhraseChecks.RequireIndexedPositions(_context.Segment(segment), _field);
        foreach (var lookups in _lookups)
            if (Array.TrueForAll(lookups, lookup => lookup.DocFreq(segment) == 0)) return null;

        var similarity = _similarity.Scorer(_context.Segment(segment).Norms(_field));
        PostingsEnum[] postings = Array.ConvertAll(_lookups, lookups => CreatePostings(segment, lookups));
        return _slop == 0
            ? new PhraseScorer(
                [.. postings.Select((occurrences, i) => new PhrasePosition(occurrences, _slots[i].Position))], similarity, needsFreq, _context.CancellationToken)
            : new SloppyPhraseScorer(CreateSloppyPositions(postings), _slop, similarity, needsFreq, _context.CancellationToken);
    }

    private SloppyPositions CreateSloppyPositions(PostingsEnum[] postings)
    {
        SloppyPosition[] positions = [.. postings.Select((occurrences, i) => new SloppyPosition(occurrences, _slots[i].Position, i))];
        return new SloppyPositions(positions, PhraseRepeats.Find(_slots));
    }

    private PostingsEnum CreatePostings(int segment, TermLookup[] lookups)
    {
        PostingsEnum[] found = [.. lookups.Select(lookup => _context.Open(lookup, segment, PostingsFeatures.Positions)).OfType<PostingsEnum>()];
        return found.Length == 1 ? found[0] : new UnionPostingsEnum(found);
    }
}
