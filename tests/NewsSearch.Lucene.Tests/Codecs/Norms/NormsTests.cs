using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Norms;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Codecs.DocValues;

namespace NewsSearch.Lucene.Tests.Codecs.Norms;

/// <summary>
/// 1. Norms come back, one signed byte each. 2. The encodings that others choose are read as well. 3. Broken files are
/// refused.
/// </summary>
public sealed class NormsTests
{
    private const string DataFile = "_0.nvd";
    private const string MetadataFile = "_0.nvm";

    private static readonly FieldInfo Title = new("title", 1) { NormType = DocValuesType.Numeric };
    private static readonly FieldInfo Body = new("body", 2) { NormType = DocValuesType.Numeric };

    [Theory]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(256)]
    [InlineData(4097)]
    public void Norms_come_back(int docCount)
    {
        var title = Enumerable.Range(0, docCount).Select(i => (sbyte)(i * 7)).ToArray();
        var body = new sbyte[docCount];
        using var directory = Write(title, body);
        using var inputs = new SegmentInputs(directory, new SegmentInfo("_0", docCount));
        var reader = new NormsReader(inputs, Fields(Title, Body));

        Assert.Equal(title.Select(norm => (long)norm), Enumerable.Range(0, docCount).Select(reader.Norms(Title)!.Get));
        Assert.All(Enumerable.Range(0, docCount), docId => Assert.Equal(0, reader.Norms(Body)!.Get(docId)));
        Assert.Null(reader.Norms(new FieldInfo("id", 0)));
    }

    [Fact]
    public void Norms_written_again_have_the_bytes_that_Lucene_NET_wrote()
    {
        // Only here: in the other segments Lucene.NET met norms above 127 and chose a table.
        using var segment = FixtureSegment.OfIndex("plain").Last();
        var field = segment.Fields.Find("title")!;
        using var copy = new MemoryDirectory();
        using (var writer = new NormsWriter(new SegmentOutputs(copy, segment.Name, segment.DocCount)))
        {
            writer.Add(field, segment.All(docId => (sbyte)segment.Norms.Norms(field)!.Get(docId)));
            writer.Finish();
        }

        foreach (var file in new[] { ".nvm", ".nvd" }) Assert.Equal(segment.ReadFile(file), copy.ReadFile(segment.Name + file));
    }

    [Fact]
    public void A_table_of_packed_values_is_read()
    {
        // 17 norms of a field without text, 255 in Lucene.NET, in segment 0 of the plain index.
        using var segment = FixtureSegment.OfIndex("plain").First();
        var norms = segment.All(docId => segment.Norms.Norms(segment.Fields.Find("body")!)!.Get(docId));
        Assert.Equal(17, norms.Distinct().Count());
        Assert.Contains(-1, norms);
    }

    [Theory]
    [InlineData(PackedFormat.Packed, "1C")]                       // 0, 1, 2, 3 ... as 00 01 11 00: places 0, 1, 3 are checked below
    [InlineData(PackedFormat.SingleBlock, "0000000000000034")]    // the same from the lowest bits up
    public void Tables_of_both_formats_of_packed_integers_are_read(object format, string run)
    {
        // Four documents with the places 0, 1, 3, 0 in a table of four, two bits each.
        var reader = Open(4, NormsEncoding.Table, data =>
        {
            data.WriteVInt(4);
            foreach (var norm in new long[] { -5, 200, 7, 100 }) data.WriteInt64(norm);
            data.WriteVInt((int)(PackedFormat)format);
            data.WriteVInt(2);
            data.WriteBytes(Convert.FromHexString(run));
        });
        Assert.Equal([-5, -56, 100, -5], Enumerable.Range(0, 4).Select(reader.Norms(Title)!.Get));
    }

    [Fact]
    public void Packed_blocks_are_read()
    {
        long[] norms = [-128, 0, 127, 64];
        var reader = Open(4, NormsEncoding.Delta, data =>
        {
            data.WriteVInt(4096);
            data.WriteBytes(Block(norms));
        });
        Assert.Equal(norms, Enumerable.Range(0, 4).Select(reader.Norms(Title)!.Get));
    }

    [Fact]
    public void Packed_blocks_of_multiples_are_read()
    {
        var reader = Open(4, NormsEncoding.Gcd, data =>
        {
            data.WriteInt64(-100);
            data.WriteInt64(25);
            data.WriteVInt(4096);
            data.WriteBytes(Block([0, 8, 4, 1]));
        });
        Assert.Equal([-100, 100, 0, -75], Enumerable.Range(0, 4).Select(reader.Norms(Title)!.Get));
    }

    [Fact]
    public void Norms_wider_than_a_byte_are_refused()
    {
        var reader = Open(2, NormsEncoding.Delta, data =>
        {
            data.WriteVInt(4096);
            data.WriteBytes(Block([1, 256]));
        });
        Assert.Contains("256", Assert.Throws<CorruptIndexException>(() => reader.Norms(Title)!.Get(1)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DataFile)]
    [InlineData(MetadataFile)]
    public void Truncated_files_are_refused_with_their_name(string file)
    {
        using var directory = Write([1, 2, 3], [4, 5, 6]);
        var good = directory.ReadFile(file);
        for (var length = 0; length < good.Length; length++)
        {
            directory.WriteFile(file, good[..length]);
            using var inputs = new SegmentInputs(directory, new SegmentInfo("_0", 3));
            Assert.Contains(file, Assert.ThrowsAny<CorruptIndexException>(() => new NormsReader(inputs, Fields(Title, Body))).File, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Any_byte_changed_in_the_metadata_is_refused()
    {
        using var directory = Write([1, 2, 3], [4, 5, 6]);
        var good = directory.ReadFile(MetadataFile);
        for (var at = 0; at < good.Length; at++)
        {
            var bad = good.ToArray();
            bad[at] ^= 0x40;
            directory.WriteFile(MetadataFile, bad);
            using var inputs = new SegmentInputs(directory, new SegmentInfo("_0", 3));
            Assert.ThrowsAny<CorruptIndexException>(() => new NormsReader(inputs, Fields(Title, Body)));
        }
    }

    [Fact]
    public void Broken_tables_and_blocks_do_no_harm()
    {
        var random = new Random(42);
        var refused = 0;
        for (var round = 0; round < 3000; round++)
        {
            var bytes = new byte[40];
            random.NextBytes(bytes);
            // Small numbers get further: counts, formats and widths are small.
            for (var i = 0; i < 4; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(4);
            try
            {
                var encoding = new[] { NormsEncoding.Table, NormsEncoding.Delta, NormsEncoding.Gcd }[round % 3];
                var norms = Open(100, encoding, data => data.WriteBytes(bytes)).Norms(Title)!;
                for (var docId = 0; docId < 100; docId++) norms.Get(docId);
            }
            catch (CorruptIndexException)
            {
                refused++;
            }
        }

        Assert.True(refused > 2000, $"{refused} of 3000 were noticed");
    }

    [Fact]
    public void Fields_with_and_without_norms_must_agree_with_the_metadata()
    {
        using var directory = Write([1, 2, 3], [4, 5, 6]);
        using var inputs = new SegmentInputs(directory, new SegmentInfo("_0", 3));
        var tags = new FieldInfo("tags", 9) { NormType = DocValuesType.Numeric };

        Assert.Contains("tags", Assert.Throws<CorruptIndexException>(() => new NormsReader(inputs, Fields(Title, Body, tags))).Message, StringComparison.Ordinal);
        Assert.Contains("field number 2", Assert.Throws<CorruptIndexException>(() => new NormsReader(inputs, Fields(Title))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_of_the_format_page_is_what_is_written_and_read()
    {
        var example = FormatExample.Read("Codecs", "Norms");
        using var directory = Write([120, -7, 0], [1, 2, 3]);
        Assert.Equal([directory.ReadFile(DataFile), directory.ReadFile(MetadataFile)], example);

        directory.WriteFile(DataFile, example[0]);
        directory.WriteFile(MetadataFile, example[1]);
        using var inputs = new SegmentInputs(directory, new SegmentInfo("_0", 3));
        Assert.Equal([120, -7, 0], Enumerable.Range(0, 3).Select(new NormsReader(inputs, Fields(Title, Body)).Norms(Title)!.Get));
    }

    private static MemoryDirectory Write(sbyte[] title, sbyte[] body)
    {
        var directory = new MemoryDirectory();
        using var writer = new NormsWriter(new SegmentOutputs(directory, "_0", title.Length));
        writer.Add(Title, title);
        writer.Add(Body, body);
        writer.Finish();
        return directory;
    }

    /// <summary>Norms of one field in an encoding that the writer doesn't choose. Files in memory need no closing.</summary>
    private static NormsReader Open(int docCount, NormsEncoding encoding, Action<IndexOutput> writeNorms)
    {
        var directory = new MemoryDirectory();
        using (var data = directory.CreateOutput(DataFile))
        using (var metadata = directory.CreateOutput(MetadataFile))
        {
            CodecFile.WriteHeader(data, NormsFormat.DataCodec, NormsFormat.CurrentVersion);
            CodecFile.WriteHeader(metadata, NormsFormat.MetadataCodec, NormsFormat.CurrentVersion);
            metadata.WriteVInt(Title.Number);
            metadata.WriteByte(NormsFormat.Number);
            metadata.WriteInt64(data.Position);
            metadata.WriteByte((byte)encoding);
            metadata.WriteVInt(1);
            metadata.WriteVInt(NormsFormat.EndOfFields);
            CodecFile.WriteFooter(metadata);
            writeNorms(data);
            CodecFile.WriteFooter(data);
        }

        return new NormsReader(new SegmentInputs(directory, new SegmentInfo("_0", docCount)), Fields(Title));
    }

    private static byte[] Block(long[] values)
    {
        var bytes = new byte[BlockPacked.MaxByteCount(values.Length)];
        return bytes[..BlockPacked.Encode(values, bytes)];
    }

    private static FieldInfoSet Fields(params FieldInfo[] fields)
    {
        var set = new FieldInfoSet();
        foreach (var field in fields) Assert.True(set.TryAdd(field));
        return set;
    }
}
