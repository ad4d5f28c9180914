using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>Clauses that must, should or must not match.</summary>
internal sealed class BooleanWeight : Weight
{
    private readonly SearchContext _context;
    private readonly BooleanQuery _query;
    private readonly Weight[] _clauses;

    /// <summary>For each clause that is to be scored late, what finds its documents without their scores.</summary>
    private readonly Weight?[] _unscored;
    private readonly bool _needsScores;

    public BooleanWeight(SearchContext context, BooleanQuery query, bool needsScores, float boost)
    {
        _context = context;
        _query = query;
        _needsScores = needsScores;
        _clauses = [.. query.Clauses.Select(clause => Scores(clause.Occur)
            ? clause.Query.CreateWeight(context, needsScores, boost)
            : context.CreateFilter(clause.Query))];
        _unscored = [.. query.Clauses.Select(clause => IsScoredLate(clause) ? clause.Query.CreateWeight(context, needsScores: false, 1) : null)];
    }

    public override Scorer? CreateScorer(int segment)
    {
        var (must, filters, should, prohibited) = (new List<Scorer>(), new List<Scorer>(), new List<Scorer>(), new List<Scorer>());
        for (var i = 0; i < _clauses.Length; i++)
        {
            var scorer = _clauses[i].CreateScorer(segment);
            var occur = _query.Clauses[i].Occur;
            if (scorer is null && occur is Occur.Must or Occur.Filter) return null;
            if (scorer is null) continue;
            if (_unscored[i]?.CreateScorer(segment) is { } unscored) filters.Add(unscored);
            (occur switch
            {
                Occur.Must when _unscored[i] is null => must,
                Occur.Filter => filters,
                Occur.MustNot => prohibited,
                _ => should,
            }).Add(scorer);
        }

        if (CreateMatching(segment, [.. must], [.. filters], [.. should]) is not { } matching) return null;
        return prohibited.Count == 0 ? matching : new ExclusionScorer(matching, AnyOf(segment, [.. prohibited], 1)!, _context.CancellationToken);
    }

    public override Explanation Explain(int segment, int docId)
    {
        var details = new List<Explanation>();
        for (var i = 0; i < _clauses.Length; i++)
        {
            var detail = _clauses[i].Explain(segment, docId);
            var occur = _query.Clauses[i].Occur;
            if (detail.IsMatch || occur is Occur.Must or Occur.Filter) details.Add(Describe(occur, detail));
        }

        var scorer = CreateScorer(segment);
        return scorer?.Advance(docId) == docId
            ? Explanation.Match(_needsScores ? scorer.Score() : 0, "sum of the clauses that match", details)
            : Explanation.NoMatch($"{_query} does not match", details);
    }

    private static bool Scores(Occur occur) => occur is Occur.Must or Occur.Should;

    private static Explanation Describe(Occur occur, Explanation clause) => occur switch
    {
        Occur.Filter when clause.IsMatch => Explanation.Match(0, "filter", clause),
        Occur.MustNot => Explanation.NoMatch("must not match but does", clause),
        _ => clause,
    };

    /// <summary>
    /// Whether documents are better found first and scored afterwards: where any of several may match, scores are only needed of the
    /// few documents that get among the best.
    /// </summary>
    private bool IsScoredLate(BooleanClause clause) =>
        _needsScores && _query.MinimumShouldMatch == 0 && clause.Occur == Occur.Must && WithoutBoost(clause.Query) switch
        {
            DisjunctionMaxQuery => true,
            BooleanQuery union => union.MinimumShouldMatch <= 1 && union.Clauses.All(part => part.Occur == Occur.Should),
            _ => false,
        };

    private static Query WithoutBoost(Query query) => query is BoostQuery boosted ? boosted.Query : query;

    private Scorer? CreateMatching(int segment, Scorer[] must, Scorer[] filters, Scorer[] should)
    {
        var minimum = _query.MinimumShouldMatch;
        if (must.Length + filters.Length == 0) return AnyOf(segment, should, Math.Max(1, minimum));
        if (minimum > 0)
        {
            if (AnyOf(segment, should, minimum) is not { } enough) return null;
            return AllOf([.. must, enough], filters);
        }

        var required = AllOf(must, filters);
        return _needsScores && AnyOf(segment, should, 1) is { } optional ? new RequiredOptionalScorer(required, optional, _context.Segment(segment).MaxDoc) : required;
    }

    private Scorer AllOf(Scorer[] must, Scorer[] filters)
    {
        if (must.Length == 1 && filters.Length == 0) return must[0];
        if (must.Length == 0 && filters.Length == 1) return new ConstantScorer(filters[0], 0);
        return new ConjunctionScorer(must, filters, _context.CancellationToken);
    }

    private Scorer? AnyOf(int segment, Scorer[] scorers, int minimum)
    {
        if (scorers.Length < minimum) return null;
        if (minimum == 1) scorers = [.. scorers.SelectMany(scorer => scorer is DisjunctionScorer { MinimumMatch: 1 } union ? union.Parts : [scorer])];
        return scorers.Length == 1 ? scorers[0] : new DisjunctionScorer(scorers, minimum, _context.Segment(segment).MaxDoc);
    }
}
