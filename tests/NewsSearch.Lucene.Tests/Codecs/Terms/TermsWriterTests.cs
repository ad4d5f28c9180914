using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Codecs.Terms;

/// <summary>The writer refuses what would make a broken index, and says where the terms of a field are.</summary>
public sealed class TermsWriterTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();
    private readonly FieldInfoSet _fields = new();
    private readonly SegmentOutputs _outputs;
    private readonly FieldInfo _a = new("a", 0) { IndexOptions = IndexOptions.DocsFreqsPositionsAndOffsets };
    private readonly FieldInfo _b = new("b", 1) { IndexOptions = IndexOptions.Docs };

    public TermsWriterTests()
    {
        _fields.TryAdd(_a);
        _fields.TryAdd(_b);
        _outputs = new SegmentOutputs(_directory, "_0", 10);
    }

    [Fact]
    public void Without_a_field_there_are_no_files()
    {
        using (var writer = new TermsWriter(_outputs, _fields)) writer.Finish();
        Assert.Empty(_outputs.Files);
        Assert.Null(Open().Terms("a"));
    }

    [Fact]
    public void A_field_gets_the_attributes_that_tell_its_format()
    {
        using var writer = new TermsWriter(_outputs, _fields);
        writer.StartField(_b);
        Assert.Equal("Lucene41", _b.Attributes["PerFieldPostingsFormat.format"]);
        Assert.Equal("0", _b.Attributes["PerFieldPostingsFormat.suffix"]);
        Assert.Empty(_a.Attributes);
    }

    [Fact]
    public void A_field_without_terms_has_none_and_terms_without_documents_are_left_out()
    {
        using (var writer = new TermsWriter(_outputs, _fields))
        {
            writer.StartField(_a);
            writer.FinishField();
            writer.StartField(_b);
            writer.StartTerm();
            writer.FinishTerm("gone"u8);
            AddTerm(writer, "kept"u8);
            writer.FinishField();
            writer.Finish();
        }

        Assert.Null(Open().Terms("a"));
        Assert.Equal(1, Open().Terms("b")!.Count);
    }

    [Fact]
    public void Positions_and_offsets_have_files_only_where_a_field_has_them()
    {
        using (var writer = new TermsWriter(_outputs, _fields))
        {
            writer.StartField(_a);
            writer.FinishField();
            writer.Finish();
        }

        Assert.Equal(["doc", "pay", "pos", "tim", "tip"], _outputs.Files.Select(file => Path.GetExtension(file)[1..]).Order());
        var plain = new FieldInfoSet();
        plain.TryAdd(new FieldInfo("b", 0) { IndexOptions = IndexOptions.DocsAndFreqs });
        var outputs = new SegmentOutputs(_directory, "_1", 10);
        using (var writer = new TermsWriter(outputs, plain))
        {
            writer.StartField(plain.Find("b")!);
            writer.FinishField();
            writer.Finish();
        }

        Assert.Equal(["doc", "tim", "tip"], outputs.Files.Select(file => Path.GetExtension(file)[1..]).Order());
    }

    [Theory]
    [InlineData(4, 7, 9)]
    [InlineData(5, 6, 9)]
    [InlineData(5, 7, 6)]
    public void Positions_and_offsets_must_not_go_back(int position, int startOffset, int endOffset)
    {
        using var writer = new TermsWriter(_outputs, _fields);
        writer.StartField(_a);
        writer.StartTerm();
        writer.StartDocument(3, 2);
        writer.AddPosition(5, 7, 9);
        Assert.ThrowsAny<ArgumentException>(() => writer.AddPosition(position, startOffset, endOffset));
    }

    [Fact]
    public void A_document_has_as_many_positions_as_occurrences()
    {
        using var writer = new TermsWriter(_outputs, _fields);
        writer.StartField(_a);
        writer.StartTerm();
        writer.StartDocument(3, 1);
        Assert.Throws<InvalidOperationException>(writer.FinishDocument);
        writer.AddPosition(5, 7, 9);
        Assert.Throws<InvalidOperationException>(() => writer.AddPosition(6, 7, 9));
        Assert.Throws<InvalidOperationException>(() => writer.AddDocument(4, 1, [5]));
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(2, 1)]
    [InlineData(10, 1)]
    [InlineData(4, 0)]
    public void Documents_must_ascend_lie_in_the_segment_and_hold_the_term(int docId, int freq)
    {
        using var writer = new TermsWriter(_outputs, _fields);
        writer.StartField(_a);
        writer.StartTerm();
        writer.StartDocument(3, 1);
        writer.AddPosition(0, 0, 0);
        writer.FinishDocument();
        Assert.ThrowsAny<ArgumentException>(() => writer.StartDocument(docId, freq));
    }

    [Fact]
    public void Fields_and_terms_must_ascend_and_terms_are_not_too_long()
    {
        using var writer = new TermsWriter(_outputs, _fields);
        writer.StartField(_b);
        AddTerm(writer, "m"u8);
        Assert.ThrowsAny<ArgumentException>(() => AddTerm(writer, "m"u8));
        Assert.ThrowsAny<ArgumentException>(() => AddTerm(writer, "a"u8));
        Assert.ThrowsAny<ArgumentException>(() => AddTerm(writer, "z"u8.ToArray().Concat(new byte[32766]).ToArray()));
        Assert.ThrowsAny<ArgumentException>(() => writer.StartField(_a));
    }

    [Fact]
    public void Payloads_are_refused_and_not_dropped()
    {
        _a.HasPayloads = true;
        using var writer = new TermsWriter(_outputs, _fields);
        Assert.Contains("payloads", Assert.Throws<NotSupportedException>(() => writer.StartField(_a)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_format_is_refused_with_its_name_and_the_fields()
    {
        _a.Attributes[TermsFormat.FormatAttribute] = "Memory";
        _a.Attributes[TermsFormat.SuffixAttribute] = "0";
        var error = Assert.Throws<NotSupportedException>(Open);
        Assert.Contains("field a ", error.Message, StringComparison.Ordinal);
        Assert.Contains("Memory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_suffix_is_read_from_its_own_files()
    {
        _a.IndexOptions = IndexOptions.DocsAndFreqs;
        foreach (var (field, suffix) in new[] { (_a, "7"), (_b, "8") })
        {
            var outputs = new SegmentOutputs(_directory, "_0", 10);
            using (var writer = new TermsWriter(outputs, _fields))
            {
                writer.StartField(field);
                AddTerm(writer, System.Text.Encoding.UTF8.GetBytes(field.Name));
                writer.FinishField();
                writer.Finish();
            }

            field.Attributes[TermsFormat.SuffixAttribute] = suffix;
            foreach (var file in outputs.Files) _directory.Rename(file, file.Replace("Lucene41_0", $"Lucene41_{suffix}", StringComparison.Ordinal));
        }

        var terms = Open();
        Assert.True(terms.Terms("a")!.Iterator().SeekExact("a"u8));
        Assert.True(terms.Terms("b")!.Iterator().SeekExact("b"u8));
    }

    private static void AddTerm(TermsWriter writer, ReadOnlySpan<byte> term)
    {
        writer.StartTerm();
        writer.StartDocument(0, 1);
        writer.FinishDocument();
        writer.FinishTerm(term);
    }

    private TermsReader Open() => new(new SegmentInputs(_directory, new SegmentInfo("_0", 10)), _fields);

    public void Dispose() => _directory.Dispose();
}
