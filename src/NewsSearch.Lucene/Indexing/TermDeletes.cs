using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Indexing;

/// <summary>Finds the documents that deletions by term hit in a segment on disk.</summary>
internal static class TermDeletes
{
    /// <summary>The live documents that are left, or null if none was hit.</summary>
    /// <param name="deletes">In the order of their terms; those that the segment has seen are passed over.</param>
    public static BitSet? Find(LiveSegment segment, LoggedDelete[] deletes)
    {
        BitSet? liveDocs = null;
        TermsEnum? terms = null;
        string? field = null;
        PostingsEnum? postings = null;
        foreach (var delete in deletes)
        {
            if (delete.Sequence <= segment.Applied) continue;
            if (delete.Field != field)
            {
                field = delete.Field;
                terms = segment.Core.Fields.Find(field) is null ? null : segment.Core.Terms?.Terms(field)?.Iterator();
                postings = null;
            }

            if (terms is null || !terms.SeekExact(delete.Term)) continue;
            postings = terms.Postings(PostingsFeatures.Docs, postings);
            while (postings.NextDoc() is var docId && docId != DocIdSetIterator.NoMoreDocs)
            {
                if (segment.LiveDocs is { } live && !live[docId]) continue;
                liveDocs ??= segment.LiveDocs?.Clone() ?? BitSet.AllSet(segment.Info.DocCount);
                liveDocs.Clear(docId);
            }
        }

        return liveDocs;
    }
}
