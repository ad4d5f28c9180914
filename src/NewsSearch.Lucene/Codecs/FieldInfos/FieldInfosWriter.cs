using NewsSearch.Lucene.Codecs.Segments;

namespace NewsSearch.Lucene.Codecs.FieldInfos;

/// <summary>Writes the fields of a segment.</summary>
internal static class FieldInfosWriter
{
    public static void Write(SegmentOutputs outputs, FieldInfoSet fields) => throw new NotSupportedException("Not written yet.");
}
