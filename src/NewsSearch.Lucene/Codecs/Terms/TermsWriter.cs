using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;

namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>
/// Writes the terms and postings of a segment, pushed in order: fields by name, terms by their bytes, documents by
/// number, positions ascending. A field: StartField, then per term StartTerm, per document StartDocument, per occurrence
/// AddPosition, FinishDocument, and FinishTerm; then FinishField. Finish writes the footers.
/// </summary>
internal sealed class TermsWriter : IDisposable
{
    public TermsWriter(SegmentOutputs outputs, FieldInfoSet fields) => throw new NotSupportedException("Not written yet.");

    public void StartField(FieldInfo field) => throw new NotSupportedException("Not written yet.");

    public void StartTerm() => throw new NotSupportedException("Not written yet.");

    /// <param name="docId">Greater than the previous one of the term.</param>
    /// <param name="freq">Occurrences in the document; ignored where frequencies are not indexed.</param>
    public void StartDocument(int docId, int freq) => throw new NotSupportedException("Not written yet.");

    /// <summary>Only where positions are indexed, then exactly freq times.</summary>
    /// <param name="position">From 0, not less than the previous one of the document.</param>
    /// <param name="startOffset">Ignored where offsets are not indexed.</param>
    /// <param name="endOffset">Ignored where offsets are not indexed.</param>
    public void AddPosition(int position, int startOffset, int endOffset) => throw new NotSupportedException("Not written yet.");

    public void FinishDocument() => throw new NotSupportedException("Not written yet.");

    /// <summary>Ends the term; one without documents is left out.</summary>
    public void FinishTerm(ReadOnlySpan<byte> term) => throw new NotSupportedException("Not written yet.");

    public void FinishField() => throw new NotSupportedException("Not written yet.");

    /// <summary>Completes the files.</summary>
    public void Finish() => throw new NotSupportedException("Not written yet.");

    public void Dispose() => throw new NotSupportedException("Not written yet.");
}
