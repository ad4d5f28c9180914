using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Segments;

namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>The term dictionaries of all fields of a segment. Thread-safe.</summary>
internal sealed class TermsReader
{
    private readonly Dictionary<string, Terms> _terms = [];

    /// <exception cref="Store.CorruptIndexException">A file is broken.</exception>
    /// <exception cref="NotSupportedException">A field is in another format than Lucene 4.1's postings.</exception>
    public TermsReader(SegmentInputs inputs, FieldInfoSet fields)
    {
        foreach (var group in fields.Where(HasTerms).GroupBy(field => FileSuffix(inputs.Info.Name, field)))
        {
            foreach (var terms in TermsFilesReader.Open(inputs, fields, [.. group], group.Key)) _terms[terms.Field.Name] = terms;
        }
    }

    /// <summary>The terms of a field, or null if the segment has none.</summary>
    public Terms? Terms(string field) => _terms.GetValueOrDefault(field);

    /// <summary>An indexed field whose segment has no term of it, say because all its documents were deleted, has no format either.</summary>
    private static bool HasTerms(FieldInfo field) => field.IsIndexed && field.Attributes.ContainsKey(TermsFormat.FormatAttribute);

    private static string FileSuffix(string segment, FieldInfo field)
    {
        var format = field.Attributes[TermsFormat.FormatAttribute];
        if (format != PostingsFormat.Name)
            throw new NotSupportedException($"The terms of field {field.Name} in segment {segment} are in the format {format}; only {PostingsFormat.Name} can be read.");
        if (!field.Attributes.TryGetValue(TermsFormat.SuffixAttribute, out var suffix))
            throw new Store.CorruptIndexException(segment, -1, $"field {field.Name} without {TermsFormat.SuffixAttribute}", "the suffix of its files");
        return TermsFormat.FileSuffix(format, suffix);
    }
}
