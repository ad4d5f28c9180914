using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Terms;

namespace NewsSearch.Lucene.Tests.Codecs.Terms;

/// <summary>Reads everything of a segment's terms and writes it again.</summary>
internal static class TermsCopy
{
    public static void Write(TermsReader source, FieldInfoSet fields, TermsWriter writer)
    {
        foreach (var field in fields.OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            if (source.Terms(field.Name) is not { } terms) continue;
            writer.StartField(field);
            var cursor = terms.Iterator();
            PostingsEnum? postings = null;
            while (cursor.MoveNext())
            {
                writer.StartTerm();
                postings = cursor.Postings(PostingsFeatures.Offsets, postings);
                WritePostings(field, postings, writer);
                writer.FinishTerm(cursor.Term);
            }

            writer.FinishField();
        }

        writer.Finish();
    }

    private static void WritePostings(FieldInfo field, PostingsEnum postings, TermsWriter writer)
    {
        while (postings.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            writer.StartDocument(postings.DocId, postings.Freq);
            for (var i = 0; i < postings.Freq && field.HasPositions; i++)
            {
                var position = postings.NextPosition();
                writer.AddPosition(position, postings.StartOffset, postings.EndOffset);
            }

            writer.FinishDocument();
        }
    }
}
