using System.Diagnostics.CodeAnalysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search.Caching;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search;

/// <summary>What the parts of one search share.</summary>
internal sealed class SearchContext(IndexSearcher searcher, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, FieldTerms> _terms = [];

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public int MaxDoc => searcher.Reader.MaxDoc;

    public int SegmentCount => searcher.Reader.SegmentCount;

    public SegmentReader Segment(int segment) => searcher.Reader.Segments[segment];

    public FieldLengths Lengths(string field) => searcher.Lengths(field);

    /// <summary>Whether a term was looked up in the snapshot that is searched.</summary>
    public bool Owns([NotNullWhen(true)] TermLookup? lookup) => lookup is not null && ReferenceEquals(lookup.Reader, searcher.Reader);

    /// <summary>Looks the term up in all segments.</summary>
    public TermLookup Find(Term term)
    {
        if (!_terms.TryGetValue(term.Field, out var terms)) _terms.Add(term.Field, terms = new FieldTerms(searcher.Reader, term.Field));
        return new TermLookup(terms, term);
    }

    /// <summary>A query of which only the documents are needed: from the cache, where there is one and it is worth it.</summary>
    public Weight CreateFilter(Query query)
    {
        query = WithoutScores(query);
        return searcher.FilterCache is { } cache && cache.IsWorthCaching(query)
            ? new CachedFilterWeight(this, cache, query)
            : query.CreateWeight(this, needsScores: false, 1);
    }

    // The same documents, so that one entry of the cache serves all forms.
    private static Query WithoutScores(Query query)
    {
        while (true)
        {
            switch (query)
            {
                case BoostQuery boosted: query = boosted.Query; break;
                case ConstantScoreQuery constant: query = constant.Query; break;
                case FunctionScoreQuery scored: query = scored.Query; break;
                default: return query;
            }
        }
    }
}
