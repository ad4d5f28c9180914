using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Fixtures;

namespace NewsSearch.Lucene.Tests.Codecs.FieldInfos;

public sealed class FieldInfosTests
{
    [Theory]
    [InlineData("plain", "_0.fnm")]
    [InlineData("plain", "_1.fnm")]
    [InlineData("plain", "_4.fnm")]
    [InlineData("one-segment", "_3.fnm")]
    public void Writing_what_was_read_gives_the_same_bytes(string name, string file)
    {
        var bytes = FixtureDirectory.Read(name, file);
        Assert.Equal(bytes, Write(Read(bytes)));
    }

    [Fact]
    public void The_fields_of_a_fixture_have_the_options_they_were_written_with()
    {
        var fields = Read(FixtureDirectory.Read("one-segment", "_3.fnm"));
        Assert.Equal((IndexOptions.Docs, true, false), Options(fields, "id"));
        Assert.Equal((IndexOptions.DocsFreqsAndPositions, false, false), Options(fields, "body"));
        Assert.Equal((IndexOptions.Docs, true, false), Options(fields, "terms_only"));
        Assert.Equal(IndexOptions.DocsAndFreqs, fields.Find("freqs_only")!.IndexOptions);
        Assert.Equal(IndexOptions.DocsFreqsPositionsAndOffsets, fields.Find("with_offsets")!.IndexOptions);
        Assert.True(fields.Find("vectors")!.HasVectors);
        Assert.True(fields.Find("body")!.HasNorms);
        Assert.Equal(DocValuesType.Sorted, fields.Find("source_dv")!.DocValuesType);
        Assert.Equal(DocValuesType.SortedSet, fields.Find("tag_dv")!.DocValuesType);
        Assert.Equal(DocValuesType.Numeric, fields.Find("day")!.DocValuesType);
        Assert.Equal(DocValuesType.Binary, fields.Find("bin")!.DocValuesType);
        Assert.False(fields.Find("int")!.IsIndexed);
        Assert.Equal("Lucene41", fields.Find("body")!.Attributes["PerFieldPostingsFormat.format"]);
        Assert.Equal(Enumerable.Range(0, fields.Count), fields.Select(field => field.Number));
    }

    [Fact]
    public void Every_combination_of_options_comes_back()
    {
        var fields = new FieldInfoSet();
        foreach (var options in Enum.GetValues<IndexOptions>())
            foreach (var type in Enum.GetValues<DocValuesType>())
                for (var flags = 0; flags < 16; flags++)
                {
                    var number = fields.Count;
                    fields.TryAdd(new FieldInfo($"字段{number}", number)
                    {
                        IndexOptions = options,
                        DocValuesType = type,
                        OmitsNorms = options != IndexOptions.None && (flags & 1) != 0,
                        HasPayloads = options != IndexOptions.None && (flags & 2) != 0,
                        HasVectors = options != IndexOptions.None && (flags & 4) != 0,
                        NormType = options != IndexOptions.None && (flags & 8) != 0 ? DocValuesType.Numeric : DocValuesType.None,
                        DocValuesGeneration = flags - 1,
                        Attributes = { ["b"] = "1", ["a"] = "二" },
                    });
                }

        Assert.Equal(fields.Select(Describe), Read(Write(fields)).Select(Describe));
    }

    [Fact]
    public void Gaps_between_the_numbers_of_fields_are_kept()
    {
        var fields = new FieldInfoSet();
        fields.TryAdd(new FieldInfo("late", 900));
        fields.TryAdd(new FieldInfo("early", 3));
        var back = Read(Write(fields));
        Assert.Equal(["early", "late"], back.Select(field => field.Name));
        Assert.Equal("late", back.Find(900)!.Name);
        Assert.Null(back.Find(4));
    }

    [Fact]
    public void A_file_of_Lucene_4_6_without_a_checksum_is_read()
    {
        var bytes = FixtureDirectory.Read("plain", "_4.fnm")[..^16];
        bytes[26] = 0;
        Assert.Equal(Read(FixtureDirectory.Read("plain", "_4.fnm")).Select(Describe), Read(bytes).Select(Describe));
    }

    [Fact]
    public void Each_flipped_byte_and_each_cut_is_refused()
    {
        var bytes = FixtureDirectory.Read("plain", "_4.fnm");
        for (var i = 0; i < bytes.Length; i++)
        {
            var broken = (byte[])bytes.Clone();
            broken[i] ^= 0x10;
            Assert.ThrowsAny<CorruptIndexException>(() => Read(broken));
            Assert.ThrowsAny<CorruptIndexException>(() => Read(bytes[..i]));
        }
    }

    [Fact]
    public void A_broken_file_without_a_checksum_is_refused_or_read_but_never_ends_otherwise()
    {
        var bytes = FixtureDirectory.Read("plain", "_0.fnm")[..^16];
        bytes[26] = 0;
        var random = new Random(4711);
        for (var round = 0; round < 3_000; round++)
        {
            var broken = (byte[])bytes.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--) broken[random.Next(27, broken.Length)] = (byte)random.Next(256);
            var error = Record.Exception(() => Read(broken));
            Assert.True(error is null or CorruptIndexException, $"Round {round}: {error}");
        }
    }

    [Fact]
    public void The_example_of_the_format_page_is_what_is_written_and_read()
    {
        var example = FormatExample.ReadNamed("_0.fnm", "Codecs", "FieldInfos");
        var fields = new FieldInfoSet();
        fields.TryAdd(new FieldInfo("body", 0)
        {
            IndexOptions = IndexOptions.DocsFreqsAndPositions,
            NormType = DocValuesType.Numeric,
            Attributes = { ["PerFieldPostingsFormat.format"] = "Lucene41", ["PerFieldPostingsFormat.suffix"] = "0" },
        });
        fields.TryAdd(new FieldInfo("day", 1) { DocValuesType = DocValuesType.Numeric });
        Assert.Equal(Convert.ToHexString(example), Convert.ToHexString(Write(fields)));
        Assert.Equal(fields.Select(Describe), Read(example).Select(Describe));
    }

    private static (IndexOptions, bool, bool) Options(FieldInfoSet fields, string name) =>
        fields.Find(name) is { } field ? (field.IndexOptions, field.OmitsNorms, field.HasPayloads) : default;

    private static string Describe(FieldInfo field) =>
        $"{field.Number} {field.Name} {field.IndexOptions} {field.OmitsNorms} {field.HasPayloads} {field.HasVectors} {field.DocValuesType} {field.NormType} "
        + $"{field.DocValuesGeneration} {string.Join(' ', field.Attributes)}";

    private static FieldInfoSet Read(byte[] bytes) => FieldInfosReader.Read(new IndexInput(new PinnedFileMemory("_0.fnm", bytes)));

    private static byte[] Write(FieldInfoSet fields)
    {
        using var directory = new MemoryDirectory();
        FieldInfosWriter.Write(new SegmentOutputs(directory, "_0", 1), fields);
        return directory.ReadFile("_0.fnm");
    }
}
