using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.FieldInfos;

/// <summary>Reads the fields of a segment.</summary>
internal static class FieldInfosReader
{
    public static FieldInfoSet Read(IndexInput input) => throw new NotSupportedException($"{input.Name} is not read yet.");
}
