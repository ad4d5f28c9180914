using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>The documents that hold a term, scored by BM25: the rarer the term, the more often it occurs and the shorter the field, the higher.</summary>
/// <remarks>
/// Source: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009; constants and rounding
/// are those of Lucene 4.8 (k1 1.2, b 0.75, lengths in one byte). A field without norms is scored without lengths, one without
/// frequencies as if a term occurred once.
/// </remarks>
public sealed record TermQuery(Term Term) : Query
{
    public TermQuery(string field, string text)
        : this(new Term(field, text))
    {
    }

    /// <summary>Where the term is in one snapshot, if somebody has looked already; no part of what the query asks.</summary>
    internal TermLookup? Lookup { get; init; }

    public bool Equals(TermQuery? other) => other is not null && Term == other.Term;

    public override int GetHashCode() => Term.GetHashCode();

    public override string ToString() => Term.ToString();

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) => new TermWeight(context, Term, needsScores, boost, Lookup);
}
