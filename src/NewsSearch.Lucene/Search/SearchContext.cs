using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;

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

    /// <summary>Looks the term up in all segments.</summary>
    public TermLookup Find(Term term)
    {
        if (!_terms.TryGetValue(term.Field, out var terms)) _terms.Add(term.Field, terms = new FieldTerms(searcher.Reader, term.Field));
        return new TermLookup(terms, term);
    }
}
