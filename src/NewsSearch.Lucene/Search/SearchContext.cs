using System.Diagnostics.CodeAnalysis;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search.Caching;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Search.Scorers;
using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search;

/// <summary>What the parts of one search share.</summary>
internal sealed class SearchContext(IndexSearcher searcher, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, FieldTerms> _terms = [];
    private readonly Dictionary<string, NumericDocValues?[]> _norms = [];
    private readonly List<PostingsEnum> _opened = [];

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public int MaxDoc => searcher.Reader.MaxDoc;

    public int SegmentCount => searcher.Reader.SegmentCount;

    public SegmentReader Segment(int segment) => searcher.Reader.Segments[segment];

    public FieldLengths Lengths(string field) => searcher.Lengths(field);

    /// <summary>The norms of a field in a segment; null if it has none.</summary>
    public NumericDocValues? Norms(string field, int segment)
    {
        if (!_norms.TryGetValue(field, out var norms)) _norms.Add(field, norms = new NumericDocValues?[SegmentCount]);
        return norms[segment] ??= Segment(segment).Norms(field);
    }

    /// <summary>Whether a term was looked up in the snapshot that is searched.</summary>
    public bool Owns([NotNullWhen(true)] TermLookup? lookup) => lookup is not null && ReferenceEquals(lookup.Reader, searcher.Reader);

    /// <summary>Looks the term up in all segments.</summary>
    public TermLookup Find(Term term)
    {
        if (searcher.TermCache.Find(term) is { } known) return known;
        if (!_terms.TryGetValue(term.Field, out var terms)) _terms.Add(term.Field, terms = new FieldTerms(searcher.TermCache.Field(term.Field)));
        var found = new TermLookup(terms, term);
        searcher.TermCache.Keep(term, found);
        return found;
    }

    /// <summary>Opens the postings of a term in a segment, until <see cref="ReleasePostings"/>; null if it is not there.</summary>
    public PostingsEnum? Open(TermLookup lookup, int segment, PostingsFeatures features)
    {
        if (lookup.DocFreq(segment) == 0) return null;
        var postings = lookup.Postings(segment, features, KeptPostings.Take())!;
        _opened.Add(postings);
        return postings;
    }

    /// <summary>Gives all postings to the next segment or search: none that was opened before is used any more.</summary>
    public void ReleasePostings()
    {
        foreach (var postings in _opened) KeptPostings.Keep(postings);
        _opened.Clear();
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
