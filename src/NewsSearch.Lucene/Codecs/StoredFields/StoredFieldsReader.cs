using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Codecs.StoredFields;

/// <summary>The stored fields of a segment. Thread-safe.</summary>
internal sealed class StoredFieldsReader
{
    public StoredFieldsReader(SegmentInputs inputs, FieldInfoSet fields) => throw new NotSupportedException($"Stored fields of {inputs.Info.Name} with {fields.Count} fields are not read yet.");

    /// <summary>The stored fields of a document in the order in which they were stored.</summary>
    /// <param name="docId">From 0 to the segment's document count.</param>
    /// <param name="wanted">Names of the fields to return; null means all.</param>
    public Document Read(int docId, IReadOnlySet<string>? wanted = null) => throw new NotSupportedException($"{docId} is not read yet.");
}
