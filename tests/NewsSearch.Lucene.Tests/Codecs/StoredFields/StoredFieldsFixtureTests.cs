using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.StoredFields;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Fixtures;

namespace NewsSearch.Lucene.Tests.Codecs.StoredFields;

/// <summary>What Lucene.NET stored is read, and what we store of it has the same bytes, or fewer.</summary>
public sealed class StoredFieldsFixtureTests
{
    [Theory]
    [MemberData(nameof(LuceneNetFixture.Names), MemberType = typeof(LuceneNetFixture))]
    public void The_documents_of_the_sample_come_back(string name)
    {
        using var directory = FixtureDirectory.Open(name);
        var found = new Dictionary<string, Document>();
        foreach (var segment in SegmentInfosReader.ReadLatest(directory).Segments)
        {
            using var inputs = new SegmentInputs(directory, segment.Info);
            var reader = new StoredFieldsReader(inputs, FieldInfosReader.Read(inputs.Open("", "fnm")));
            // Of an updated document the newer one counts, which stands in a later segment.
            foreach (var document in Enumerable.Range(0, segment.Info.DocCount).Select(docId => reader.Read(docId))) found[document.Text("id")!] = document;
        }

        Assert.All(LuceneNetFixture.Open(name).Expected.Sample, expected =>
        {
            var document = found[expected.Id];
            Assert.Equal(expected.Title, document.Text("title"));
            Assert.Equal(expected.Body, document.Text("body"));
            Assert.Equal(expected.Source, document.Text("source"));
            Assert.Equal(StoredValueKind.Int32, Value(document, "int").Kind);
            Assert.Equal(StoredValueKind.Double, Value(document, "double").Kind);
            Assert.Equal(StoredValueKind.Single, Value(document, "float").Kind);
            Assert.Equal(StoredValueKind.Bytes, Value(document, "bytes").Kind);
        });
    }

    [Theory]
    [InlineData("plain", "_0")]
    [InlineData("plain", "_3")]
    [InlineData("plain", "_4")]
    [InlineData("one-segment", "_3")]
    public void Writing_what_was_read_with_the_matches_of_Lucene_gives_the_same_bytes(string name, string segment)
    {
        using var copy = Copy(name, segment, compressesPlainly: true);
        Assert.Equal(FixtureDirectory.Read(name, segment + ".fdt"), copy.ReadFile(segment + ".fdt"));
        Assert.Equal(FixtureDirectory.Read(name, segment + ".fdx"), copy.ReadFile(segment + ".fdx"));
    }

    [Theory]
    [InlineData("plain", "_0")]
    [InlineData("plain", "_3")]
    [InlineData("plain", "_4")]
    [InlineData("one-segment", "_3")]
    public void Writing_what_was_read_with_our_matches_gives_the_same_documents_in_no_more_bytes(string name, string segment)
    {
        using var directory = FixtureDirectory.Open(name);
        using var inputs = new SegmentInputs(directory, SegmentInfoReader.Read(directory, segment));
        var fields = FieldInfosReader.Read(inputs.Open("", "fnm"));
        using var copy = Copy(name, segment, compressesPlainly: false);
        using var copiedInputs = new SegmentInputs(copy, inputs.Info);
        var (reader, copied) = (new StoredFieldsReader(inputs, fields), new StoredFieldsReader(copiedInputs, fields));

        for (var docId = 0; docId < inputs.Info.DocCount; docId++)
            Assert.Equal(reader.Read(docId).Select(field => (field.Name, $"{field.Value.Kind} {field.Value}")), copied.Read(docId).Select(field => (field.Name, $"{field.Value.Kind} {field.Value}")));
        Assert.InRange(copy.ReadFile(segment + ".fdt").Length, 1, FixtureDirectory.Read(name, segment + ".fdt").Length);
    }

    private static MemoryDirectory Copy(string name, string segment, bool compressesPlainly)
    {
        using var directory = FixtureDirectory.Open(name);
        using var inputs = new SegmentInputs(directory, SegmentInfoReader.Read(directory, segment));
        var fields = FieldInfosReader.Read(inputs.Open("", "fnm"));
        var reader = new StoredFieldsReader(inputs, fields);
        var copy = new MemoryDirectory();
        using var writer = new StoredFieldsWriter(new SegmentOutputs(copy, segment, inputs.Info.DocCount)) { CompressesPlainly = compressesPlainly };
        for (var docId = 0; docId < inputs.Info.DocCount; docId++)
        {
            writer.StartDocument();
            foreach (var field in reader.Read(docId)) writer.Add(fields.Find(field.Name)!, field.Value);
            writer.FinishDocument();
        }

        writer.Finish();
        return copy;
    }

    private static StoredValue Value(Document document, string name) => document.Single(field => field.Name == name).Value;
}
