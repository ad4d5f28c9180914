using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>Clauses that must, should or must not match.</summary>
internal sealed class BooleanWeight : Weight
{
    private readonly SearchContext _context;
    private readonly BooleanQuery _query;
    private readonly Weight[] _clauses;
    private readonly bool _needsScores;

    public BooleanWeight(SearchContext context, BooleanQuery query, bool needsScores, float boost)
    {
        _context = context;
        _query = query;
        _needsScores = needsScores;
        _clauses = [.. query.Clauses.Select(clause => Scores(clause.Occur)
            ? clause.Query.CreateWeight(context, needsScores, boost)
            : context.CreateFilter(clause.Query))];
    }

    public override Scorer? CreateScorer(int segment)
    {
        var must = CreateScorers(segment, Occur.Must);
        var filters = CreateScorers(segment, Occur.Filter);
        if (must is null || filters is null) return null;
        var matching = CreateMatching(segment, must, filters, CreateScorers(segment, Occur.Should)!);
        if (matching is null) return null;
        var prohibited = CreateScorers(segment, Occur.MustNot)!;
        return prohibited.Length == 0
            ? matching
            : new ExclusionScorer(matching, AnyOf(segment, prohibited, 1)!, _context.CancellationToken);
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

    // Of the clauses that have documents in the segment; null if one that has to match has none.
    private Scorer[]? CreateScorers(int segment, Occur occur)
    {
        var scorers = new List<Scorer>();
        for (var i = 0; i < _clauses.Length; i++)
        {
            if (_query.Clauses[i].Occur != occur) continue;
            var scorer = _clauses[i].CreateScorer(segment);
            if (scorer is not null) scorers.Add(scorer);
            else if (occur is Occur.Must or Occur.Filter) return null;
        }

        return [.. scorers];
    }

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
        return _needsScores && AnyOf(segment, should, 1) is { } optional ? new RequiredOptionalScorer(required, optional) : required;
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
        return scorers.Length == 1 ? scorers[0] : new DisjunctionScorer(scorers, minimum, _context.Segment(segment).MaxDoc);
    }
}
