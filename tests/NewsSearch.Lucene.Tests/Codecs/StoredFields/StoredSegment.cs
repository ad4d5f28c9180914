using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.StoredFields;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Codecs.StoredFields;

/// <summary>A segment of stored fields in memory.</summary>
internal sealed class StoredSegment : IDisposable
{
    private readonly SegmentInputs _inputs;

    private StoredSegment(MemoryDirectory directory, int docCount, FieldInfoSet fields)
    {
        Directory = directory;
        _inputs = new SegmentInputs(directory, new SegmentInfo("_0", docCount));
        Reader = new StoredFieldsReader(_inputs, fields);
        Fields = fields;
    }

    public MemoryDirectory Directory { get; }

    public FieldInfoSet Fields { get; }

    public StoredFieldsReader Reader { get; }

    public static Document Document(params Field[] fields) => [.. fields];

    public static StoredSegment Write(params Document[] documents)
    {
        var directory = new MemoryDirectory();
        var fields = WriteFiles(directory, documents);
        return new StoredSegment(directory, documents.Length, fields);
    }

    public static FieldInfoSet WriteFiles(IndexDirectory directory, params Document[] documents)
    {
        var fields = new FieldInfoSet();
        using var writer = new StoredFieldsWriter(new SegmentOutputs(directory, "_0", documents.Length));
        foreach (var document in documents)
        {
            writer.StartDocument();
            foreach (var field in document)
            {
                fields.TryAdd(new FieldInfo(field.Name, fields.Count));
                writer.Add(fields.Find(field.Name)!, field.Value);
            }

            writer.FinishDocument();
        }

        writer.Finish();
        return fields;
    }

    /// <summary>Opens files again, which may have been broken.</summary>
    public static StoredSegment Open(MemoryDirectory directory, int docCount, FieldInfoSet fields) => new(directory, docCount, fields);

    public void AssertHolds(IReadOnlyList<Document> documents)
    {
        for (var docId = 0; docId < documents.Count; docId++) AssertHolds(docId, documents[docId]);
    }

    public void AssertHolds(int docId, Document expected) => Assert.Equal(Describe(expected), Describe(Reader.Read(docId)));

    public void Dispose() => _inputs.Dispose();

    private static IEnumerable<string> Describe(Document document) => document.Select(field => field.Value.Kind switch
    {
        StoredValueKind.Bytes => $"{field.Name} {Convert.ToHexString(field.Value.AsBytes())}",
        StoredValueKind.Single or StoredValueKind.Double => $"{field.Name} {field.Value.Kind} {BitConverter.DoubleToInt64Bits(field.Value.AsDouble()):x}",
        _ => $"{field.Name} {field.Value.Kind} {field.Value}",
    });
}
