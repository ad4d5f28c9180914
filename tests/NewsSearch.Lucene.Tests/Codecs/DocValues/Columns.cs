using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Codecs.DocValues;

/// <summary>A segment in memory that has nothing but columns.</summary>
internal sealed class Columns(int docCount, params FieldInfo[] fields) : IDisposable
{
    public const string DataFile = "_0_Lucene45_0.dvd";
    public const string MetadataFile = "_0_Lucene45_0.dvm";

    private SegmentInputs? _inputs;

    public MemoryDirectory Directory { get; } = new();

    public static FieldInfo Field(int number, DocValuesType type) => new($"field{number}", number) { DocValuesType = type };

    public Columns Write(Action<DocValuesWriter> write)
    {
        using var writer = new DocValuesWriter(new SegmentOutputs(Directory, "_0", docCount));
        write(writer);
        writer.Finish();
        return this;
    }

    public DocValuesReader Open()
    {
        _inputs?.Dispose();
        _inputs = new SegmentInputs(Directory, new SegmentInfo("_0", docCount));
        var set = new FieldInfoSet();
        foreach (var field in fields) Assert.True(set.TryAdd(field));
        return new DocValuesReader(_inputs, set);
    }

    public byte[] Data => Directory.ReadFile(DataFile);

    public byte[] Metadata => Directory.ReadFile(MetadataFile);

    public void Dispose()
    {
        _inputs?.Dispose();
        Directory.Dispose();
    }
}
