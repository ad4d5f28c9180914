using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Search.Patterns;

/// <summary>Finds the terms of an index that a <see cref="FuzzyQuery"/> means: the nearest ones, with what their scores are multiplied by.</summary>
internal static class FuzzyTerms
{
    /// <summary>A query for any of the terms; those with the highest boosts of the whole index, and of equal ones those that come first in the dictionary.</summary>
    public static BooleanQuery Expand(SearchContext context, FuzzyQuery query) =>
        new(Find(context, query).OrderBy(found => found, FuzzyTerm.ByBytes).Select(found => BooleanClause.Should(
            new BoostQuery(new TermQuery(found.ToTerm(query.Term.Field)), found.Boost))));

    /// <summary>The same terms in the order of their boosts.</summary>
    public static SortedSet<FuzzyTerm> Find(SearchContext context, FuzzyQuery query)
    {
        var best = new SortedSet<FuzzyTerm>();
        for (var segment = 0; segment < context.SegmentCount; segment++) Collect(context, segment, query, best);
        return best;
    }

    private static void Collect(SearchContext context, int segment, FuzzyQuery query, SortedSet<FuzzyTerm> best)
    {
        var terms = context.Segment(segment).Terms(query.Term.Field)?.Iterator();
        if (terms is null) return;
        var length = query.Term.Text.EnumerateRunes().Count();
        var pattern = new EditDistancePattern(query.Term.Text, Math.Min(query.PrefixLength, length), query.MaxEdits);
        var cursor = new PatternCursor(pattern, terms, context.CancellationToken);
        for (var hasTerm = cursor.MoveToFirst(); hasTerm; hasTerm = cursor.MoveNext())
        {
            var boost = BoostOf(pattern, length);
            if (boost <= 0) continue;
            if (best.Count == query.MaxExpansions && best.Max.IsBefore(boost, cursor.Term)) continue;
            best.Add(new FuzzyTerm(boost, cursor.Term.ToArray()));
            if (best.Count > query.MaxExpansions) best.Remove(best.Max);
        }
    }

    // The share of the shorter of both texts that no edit touched, in Lucene's arithmetic.
    private static float BoostOf(EditDistancePattern found, int length) =>
        found.Edits == 0 ? 1 : 1 - found.Edits / (float)Math.Min(found.TermLength, length);
}
