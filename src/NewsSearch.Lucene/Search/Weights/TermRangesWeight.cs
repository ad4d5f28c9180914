using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Search.Patterns;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>The documents that hold a term of any of several ranges.</summary>
internal sealed class TermRangesWeight(SearchContext context, string field, IReadOnlyList<TermRange> ranges, string name, float score)
    : TermUnionWeight(context, field, name, score)
{
    private int _range;

    protected override bool MoveToFirst(TermsEnum terms)
    {
        _range = 0;
        return FindRange(terms);
    }

    protected override bool MoveToNext(TermsEnum terms)
    {
        if (terms.MoveNext() && IsInRange(terms)) return true;
        _range++;
        return FindRange(terms);
    }

    // Moves to the first term of the current range or of the first one after it that has any.
    private bool FindRange(TermsEnum terms)
    {
        for (; _range < ranges.Count; _range++)
            if (terms.SeekCeil(ranges[_range].First) != SeekStatus.End && IsInRange(terms)) return true;
        return false;
    }

    private bool IsInRange(TermsEnum terms) => terms.Term.SequenceCompareTo(ranges[_range].Last) <= 0;
}
