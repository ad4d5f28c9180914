using NewsSearch.Lucene.Codecs.LiveDocs;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing;

/// <summary>Applies deletions by term to a segment that is on disk.</summary>
internal static class SegmentDeletes
{
    /// <summary>Deletes the documents and writes the segment's next deletion generation, if any document was hit.</summary>
    /// <returns>True if the segment changed.</returns>
    public static bool Apply(IndexDirectory directory, SegmentCommitInfo segment, List<(string Field, byte[] Term, int DocIdLimit)> deletes)
    {
        BitSet? liveDocs = null;
        using (var reader = SegmentReader.Open(directory, segment, docBase: 0))
        {
            TermsEnum? terms = null;
            string? field = null;
            PostingsEnum? postings = null;
            foreach (var delete in deletes)
            {
                if (delete.Field != field)
                {
                    field = delete.Field;
                    terms = reader.Terms(field)?.Iterator();
                }

                if (terms is null || !terms.SeekExact(delete.Term)) continue;
                postings = terms.Postings(PostingsFeatures.Docs, postings);
                while (postings.NextDoc() is var docId && docId != DocIdSetIterator.NoMoreDocs)
                {
                    if (reader.LiveDocs is { } live && !live[docId]) continue;
                    liveDocs ??= CopyLiveDocs(reader);
                    liveDocs.Clear(docId);
                }
            }
        }

        if (liveDocs is null) return false;
        segment.DeletionGeneration = Math.Max(1, segment.DeletionGeneration + 1);
        segment.DeletedCount = segment.Info.DocCount - liveDocs.Count();
        LiveDocsWriter.Write(directory, segment, liveDocs);
        return true;
    }

    private static BitSet CopyLiveDocs(SegmentReader reader)
    {
        if (reader.LiveDocs is { } existing) return existing.Clone();
        var all = new BitSet(reader.MaxDoc);
        all.SetAll();
        return all;
    }
}
