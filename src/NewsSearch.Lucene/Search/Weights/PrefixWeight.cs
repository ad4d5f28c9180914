using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>The documents that hold a term with a prefix.</summary>
internal sealed class PrefixWeight(SearchContext context, Term prefix, string name, float score)
    : TermUnionWeight(context, prefix.Field, name, score)
{
    private readonly byte[] _prefix = prefix.ToBytes();

    protected override bool MoveToFirst(TermsEnum terms) => terms.SeekCeil(_prefix) != SeekStatus.End && HasPrefix(terms);

    protected override bool MoveToNext(TermsEnum terms) => terms.MoveNext() && HasPrefix(terms);

    private bool HasPrefix(TermsEnum terms) => terms.Term.StartsWith(_prefix);
}
