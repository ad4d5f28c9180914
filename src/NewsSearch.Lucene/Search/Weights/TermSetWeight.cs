using NewsSearch.Lucene.Codecs.Terms;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>The documents that hold any of a set of terms.</summary>
/// <param name="context">Of the search.</param>
/// <param name="field">The field.</param>
/// <param name="sortedTerms">The terms in the order of their bytes, so that the dictionary is read forward.</param>
/// <param name="name">The query as text.</param>
/// <param name="score">The score of every document.</param>
internal sealed class TermSetWeight(SearchContext context, string field, byte[][] sortedTerms, string name, float score)
    : TermUnionWeight(context, field, name, score)
{
    private int _next;

    protected override bool MoveToFirst(TermsEnum terms)
    {
        _next = 0;
        return MoveToNext(terms);
    }

    protected override bool MoveToNext(TermsEnum terms)
    {
        while (_next < sortedTerms.Length)
            if (terms.SeekExact(sortedTerms[_next++])) return true;
        return false;
    }
}
