using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;

namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>The term dictionaries of all fields of a segment. Thread-safe.</summary>
internal sealed class TermsReader
{
    public TermsReader(SegmentInputs inputs, FieldInfoSet fields) => throw new NotSupportedException($"Terms of {inputs.Info.Name} with {fields.Count} fields are not read yet.");

    /// <summary>The terms of a field, or null if the segment has none.</summary>
    public Terms? Terms(string field) => throw new NotSupportedException($"{field} is not read yet.");
}
