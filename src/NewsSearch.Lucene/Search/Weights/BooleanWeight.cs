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

    /// <summary>Whether some clauses only add to scores.</summary>
    private readonly bool _hasOptional;

    public BooleanWeight(SearchContext context, BooleanQuery query, bool needsScores, float boost)
    {
        _context = context;
        _query = query;
        _needsScores = needsScores;
        _clauses = [.. query.Clauses.Select(clause => Scores(clause.Occur)
            ? clause.Query.CreateWeight(context, needsScores, boost)
            : context.CreateFilter(clause.Query))];
        _unscored = [.. query.Clauses.Select(clause => IsScoredLate(clause) ? clause.Query.CreateWeight(context, needsScores: false, 1) : null)];
        _hasOptional = needsScores && (query.Clauses.Any(clause => clause.Occur == Occur.Should) || Array.Exists(_unscored, weight => weight is not null));
    }

    public override Scorer? CreateScorer(int segment)
    {
        var must = new List<Scorer>();
        var filters = new List<Scorer>();
        for (var i = 0; i < _clauses.Length; i++)
        {
            if (_query.Clauses[i].Occur is not (Occur.Must or Occur.Filter)) continue;
            if ((_unscored[i] ?? _clauses[i]).CreateScorer(segment) is not { } scorer) return null;
            (_query.Clauses[i].Occur == Occur.Must && _unscored[i] is null ? must : filters).Add(scorer);
        }

        if (CreateMatching(segment, [.. must], [.. filters]) is not { } matching) return null;
        return AnyOf(segment, CreateScorers(segment, Occur.MustNot), 1) is { } prohibited
            ? new ExclusionScorer(matching, prohibited, _context.CancellationToken)
            : matching;
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
    /// few documents that get among the best. By itself a union passes over what can't get there, if it may.
    /// </summary>
    private bool IsScoredLate(BooleanClause clause) =>
        _needsScores && _query.MinimumShouldMatch == 0 && clause.Occur == Occur.Must
        && _query.Clauses.Count(other => other.Occur != Occur.MustNot) > 1
        && WithoutBoost(clause.Query) is var query
        && query is BooleanQuery or DisjunctionMaxQuery && IsOfTerms(query);

    /// <summary>Whether it is a term, a phrase or a union of such. What has to look for its terms first would do so twice.</summary>
    private static bool IsOfTerms(Query query) => WithoutBoost(query) switch
    {
        TermQuery or PhraseQuery => true,
        DisjunctionMaxQuery best => best.Queries.All(IsOfTerms),
        BooleanQuery union => union.MinimumShouldMatch <= 1 && union.Clauses.All(part => part.Occur == Occur.Should && IsOfTerms(part.Query)),
        _ => false,
    };

    private static Query WithoutBoost(Query query) => query is BoostQuery boosted ? boosted.Query : query;

    private Scorer? CreateMatching(int segment, Scorer[] must, Scorer[] filters)
    {
        var minimum = _query.MinimumShouldMatch;
        if (must.Length + filters.Length == 0) return AnyOf(segment, CreateScorers(segment, Occur.Should), Math.Max(1, minimum));
        if (minimum > 0)
        {
            if (AnyOf(segment, CreateScorers(segment, Occur.Should), minimum) is not { } enough) return null;
            return AllOf([.. must, enough], filters);
        }

        // What only adds to scores is opened when there is a document to score: many a segment has none.
        var required = AllOf(must, filters);
        return _hasOptional
            ? new RequiredOptionalScorer(required, () => AnyOf(segment, CreateScorers(segment, Occur.Should), 1), _context.Segment(segment).MaxDoc)
            : required;
    }

    /// <summary>Of the clauses that have documents in the segment; those that are scored late are like those that should match.</summary>
    private Scorer[] CreateScorers(int segment, Occur occur)
    {
        var scorers = new List<Scorer>();
        for (var i = 0; i < _clauses.Length; i++)
        {
            var itsOccur = _unscored[i] is null ? _query.Clauses[i].Occur : Occur.Should;
            if (itsOccur == occur && _clauses[i].CreateScorer(segment) is { } scorer) scorers.Add(scorer);
        }

        return [.. scorers];
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
