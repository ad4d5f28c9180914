using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.FieldInfos;

/// <summary>Writes the fields of a segment.</summary>
internal static class FieldInfosWriter
{
    /// <summary>Writes the .fnm file, fields in the order of their numbers.</summary>
    public static void Write(SegmentOutputs outputs, FieldInfoSet fields)
    {
        using var output = outputs.Create("", FieldInfosFormat.Extension);
        CodecFile.WriteHeader(output, FieldInfosFormat.Codec, FieldInfosFormat.VersionCurrent);
        output.WriteVInt(fields.Count);
        foreach (var field in fields) WriteField(output, field);
        CodecFile.WriteFooter(output);
    }

    private static void WriteField(IndexOutput output, FieldInfo field)
    {
        output.WriteString(field.Name);
        output.WriteVInt(field.Number);
        output.WriteByte((byte)BitsOf(field));
        output.WriteByte((byte)(FieldInfosFormat.NumberOf(field.NormType) << 4 | FieldInfosFormat.NumberOf(field.DocValuesType)));
        output.WriteInt64(field.DocValuesGeneration);
        output.WriteStringMap(field.Attributes);
    }

    private static FieldBits BitsOf(FieldInfo field)
    {
        if (!field.IsIndexed) return FieldBits.None;
        var bits = FieldBits.Indexed;
        if (field.HasVectors) bits |= FieldBits.TermVectors;
        if (field.OmitsNorms) bits |= FieldBits.OmitsNorms;
        if (field.HasPayloads) bits |= FieldBits.Payloads;
        return bits | field.IndexOptions switch
        {
            IndexOptions.Docs => FieldBits.OmitsFreqsAndPositions,
            IndexOptions.DocsAndFreqs => FieldBits.OmitsPositions,
            IndexOptions.DocsFreqsPositionsAndOffsets => FieldBits.Offsets,
            _ => FieldBits.None,
        };
    }
}
