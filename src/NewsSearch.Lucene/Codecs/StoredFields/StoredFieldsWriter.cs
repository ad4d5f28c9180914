using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Codecs.StoredFields;

/// <summary>
/// Writes stored fields: StartDocument, Add per value, FinishDocument; at the end Finish. Every document must be
/// started, one without stored fields too.
/// </summary>
internal sealed class StoredFieldsWriter : IDisposable
{
    /// <summary>Makes the files; <see cref="SegmentOutputs.DocCount"/> is ignored, it may not be known yet.</summary>
    public StoredFieldsWriter(SegmentOutputs outputs) => throw new NotSupportedException("Not written yet.");

    /// <summary>Bytes waiting in memory for their block to be full.</summary>
    public long BufferedBytes => throw new NotSupportedException("Not written yet.");

    public void StartDocument() => throw new NotSupportedException("Not written yet.");

    /// <summary>Adds a value to the document that was started.</summary>
    public void Add(FieldInfo field, StoredValue value) => throw new NotSupportedException("Not written yet.");

    public void FinishDocument() => throw new NotSupportedException("Not written yet.");

    /// <summary>Completes the files.</summary>
    public void Finish() => throw new NotSupportedException("Not written yet.");

    public void Dispose() => throw new NotSupportedException("Not written yet.");
}
