using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;

namespace NewsSearch.Lucene.Codecs.Norms;

/// <summary>The norms of all fields of a segment. Thread-safe.</summary>
internal sealed class NormsReader
{
    public NormsReader(SegmentInputs inputs, FieldInfoSet fields) => throw new NotSupportedException($"Norms of {inputs.Info.Name} with {fields.Count} fields are not read yet.");

    /// <summary>The field's norms, or null if it has none. A norm is one signed byte.</summary>
    public NumericDocValues? Norms(FieldInfo field) => throw new NotSupportedException($"{field.Name} is not read yet.");
}
