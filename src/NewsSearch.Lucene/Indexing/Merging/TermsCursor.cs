using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Terms;

namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>The terms of a field in one of the merged segments.</summary>
internal sealed class TermsCursor(int number, TermsEnum terms, DocMap docs) : MergeCursor(number)
{
    private PostingsEnum? _postings;

    public override ReadOnlySpan<byte> Current => terms.Term;

    public DocMap Docs { get; } = docs;

    public override bool MoveNext() => terms.MoveNext();

    /// <summary>The documents of the current term.</summary>
    public PostingsEnum Postings(PostingsFeatures features) => _postings = terms.Postings(features, _postings);
}
