using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>The documents that hold any of many terms, gathered in a bit set: time grows with their postings, memory with the documents.</summary>
internal abstract class TermUnionWeight(SearchContext context, string field, string name, float score) : ConstantWeight(name, score)
{
    protected sealed override DocIdSetIterator? CreateDocuments(int segment)
    {
        var terms = context.Segment(segment).Terms(field)?.Iterator();
        if (terms is null || !MoveToFirst(terms)) return null;

        var union = new BitSet(context.Segment(segment).MaxDoc);
        PostingsEnum? postings = null;
        do
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            postings = terms.Postings(PostingsFeatures.Docs, postings);
            for (var docId = postings.NextDoc(); docId != DocIdSetIterator.NoMoreDocs; docId = postings.NextDoc()) union.Set(docId);
        }
        while (MoveToNext(terms));

        return new BitSetIterator(union, union.Count());
    }

    /// <summary>Moves to the first of the terms that the segment has, if there is one.</summary>
    protected abstract bool MoveToFirst(TermsEnum terms);

    /// <summary>Moves to the next of the terms that the segment has, if there is one.</summary>
    protected abstract bool MoveToNext(TermsEnum terms);
}
