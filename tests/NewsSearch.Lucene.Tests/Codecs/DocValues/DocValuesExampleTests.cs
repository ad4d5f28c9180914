using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Tests.Codecs.DocValues;

/// <summary>The example of FORMAT.md is what the writer writes and what the reader reads.</summary>
public sealed class DocValuesExampleTests
{
    private readonly FieldInfo _views = Columns.Field(1, DocValuesType.Numeric);
    private readonly FieldInfo _key = Columns.Field(2, DocValuesType.Binary);
    private readonly FieldInfo _source = Columns.Field(3, DocValuesType.Sorted);
    private readonly FieldInfo _tags = Columns.Field(4, DocValuesType.SortedSet);

    [Fact]
    public void The_writer_writes_the_bytes_of_the_example()
    {
        using var columns = Write();
        Assert.Equal([columns.Data, columns.Metadata], FormatExample.Read("Codecs", "DocValues"));
        Assert.Equal("Lucene45", _tags.Attributes["PerFieldDocValuesFormat.format"]);
        Assert.Equal("0", _tags.Attributes["PerFieldDocValuesFormat.suffix"]);
    }

    [Fact]
    public void The_reader_reads_the_bytes_of_the_example()
    {
        using var columns = Write();
        var example = FormatExample.Read("Codecs", "DocValues");
        columns.Directory.WriteFile(Columns.DataFile, example[0]);
        columns.Directory.WriteFile(Columns.MetadataFile, example[1]);
        var reader = columns.Open();

        Assert.Equal([7, 0, 1000], Enumerable.Range(0, 3).Select(reader.Numeric(_views).Get));
        Assert.Equal(0b101UL, reader.DocsWithField(_views)!.Words[0]);
        Assert.Equal(["ab", "", "c"], Enumerable.Range(0, 3).Select(docId => Text(reader.Binary(_key).Get(docId))));
        Assert.Null(reader.DocsWithField(_key));
        var source = reader.Sorted(_source);
        Assert.Equal([1, -1, 0], Enumerable.Range(0, 3).Select(source.Ord));
        Assert.Equal(["news", "newspaper"], [Text(source.Lookup(0)), Text(source.Lookup(1))]);
        Assert.Equal([1, -3], [source.LookupTerm("newspaper"u8), source.LookupTerm("newt"u8)]);
        var tags = reader.SortedSet(_tags);
        tags.SetDocument(0);
        Assert.Equal([0, 1, -1], [tags.NextOrd(), tags.NextOrd(), tags.NextOrd()]);
        tags.SetDocument(2);
        Assert.Equal([1, -1], [tags.NextOrd(), tags.NextOrd()]);
        Assert.Equal("b", Text(tags.Lookup(1)));
    }

    private Columns Write() => new Columns(3, _views, _key, _source, _tags).Write(writer =>
    {
        var docs = new BitSet(3);
        docs.Set(0);
        docs.Set(2);
        writer.AddNumeric(_views, [7, 0, 1000], docs);
        writer.AddBinary(_key, ["ab"u8.ToArray(), [], "c"u8.ToArray()]);
        writer.AddSorted(_source, ["news"u8.ToArray(), "newspaper"u8.ToArray()], [1, -1, 0]);
        writer.AddSortedSet(_tags, ["a"u8.ToArray(), "b"u8.ToArray()], [2, 0, 1], [0, 1, 1]);
    });

    private static string Text(ReadOnlySpan<byte> bytes) => System.Text.Encoding.UTF8.GetString(bytes);
}
