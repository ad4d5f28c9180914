using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.LiveDocs;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Peers;

namespace NewsSearch.Lucene.Tests.Codecs.StoredFields;

/// <summary>Java Lucene finds an index of stored fields alone clean, and reads from it what was stored.</summary>
public sealed class JavaReadsStoredFieldsTests
{
    private static readonly Document[] Documents =
    [
        .. Enumerable.Range(0, 300).Select(i => i % 50 == 7 ? StoredSegment.Document() : StoredSegment.Document(
            Field.Stored("text", StoredValue.Of($"第 {i} 篇新闻 😀")),
            Field.Stored("bytes", StoredValue.Of([0, 255, (byte)i])),
            Field.Stored("int", StoredValue.Of(-i)),
            Field.Stored("long", StoredValue.Of(i * -10_000_000_000)),
            Field.Stored("float", StoredValue.Of(i / 4f)),
            Field.Stored("double", StoredValue.Of(i / 4d)))),
        StoredSegment.Document(Field.Stored("text", StoredValue.Of(string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{i}。"))))),
    ];

    [SkippableFact]
    public void CheckIndex_finds_nothing_wrong()
    {
        using var folder = new TemporaryFolder();
        WriteIndex(folder.FullName);
        var report = JavaLucene.CheckIndex(folder.FullName);
        Assert.True(report.IsClean, report.Output);
    }

    [SkippableFact]
    public void The_stored_values_are_the_same_in_Java()
    {
        using var folder = new TemporaryFolder();
        WriteIndex(folder.FullName);
        using var judge = JavaLucene.OpenJudge(folder.FullName);
        foreach (var docId in (int[])[0, 1, 7, 127, 128, 299, 300])
        {
            Assert.Equal(Documents[docId].Select(Describe), judge.Stored(docId).Select(field => $"{field.Name} {(field.Type == "bytes" ? Convert.ToHexString(field.Value) : field.Text)}"));
        }
    }

    private static string Describe(Field field) => field.Name + " " + field.Value.Kind switch
    {
        StoredValueKind.Bytes => Convert.ToHexString(field.Value.AsBytes()),
        // Java writes the fraction of whole numbers too.
        StoredValueKind.Single or StoredValueKind.Double when field.Value.AsDouble() % 1 == 0 => field.Value + ".0",
        _ => field.Value.ToString(),
    };

    private static void WriteIndex(string folder)
    {
        using var directory = new FileSystemDirectory(folder);
        var fields = StoredSegment.WriteFiles(directory, Documents);
        FieldInfosWriter.Write(new SegmentOutputs(directory, "_0", Documents.Length), fields);
        var info = new SegmentInfo("_0", Documents.Length) { Diagnostics = { ["source"] = "flush" }, Files = { "_0.fdt", "_0.fdx", "_0.fnm", "_0.si" } };
        SegmentInfoWriter.Write(directory, info);
        var segment = new SegmentCommitInfo(info) { DeletionGeneration = 1, DeletedCount = 2 };
        var liveDocs = new BitSet(Documents.Length);
        liveDocs.SetAll();
        liveDocs.Clear(3);
        liveDocs.Clear(200);
        LiveDocsWriter.Write(directory, segment, liveDocs);
        var commit = new SegmentInfos { Generation = 1, Version = 1, Counter = 1, Segments = { segment }, UserData = { ["k"] = "v" } };
        SegmentInfosWriter.Prepare(directory, commit);
        SegmentInfosWriter.Finish(directory, commit);
    }
}
