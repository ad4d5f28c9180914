using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search.Patterns;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>The documents that hold a term of a pattern.</summary>
internal sealed class WildcardWeight(SearchContext context, Term pattern, string name, float score)
    : TermUnionWeight(context, pattern.Field, name, score)
{
    private readonly SearchContext _context = context;
    private readonly WildcardPattern _pattern = new(pattern.Text);
    private PatternCursor? _cursor;

    protected override bool MoveToFirst(TermsEnum terms)
    {
        _cursor = new PatternCursor(_pattern, terms, _context.CancellationToken);
        return _cursor.MoveToFirst();
    }

    protected override bool MoveToNext(TermsEnum terms) => _cursor!.MoveNext();
}
