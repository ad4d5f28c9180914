using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Codecs.DocValues;

/// <summary>
/// 1. Broken metadata is refused by its checksum. 2. Where the checksum is right or not looked at, nothing but
/// <see cref="CorruptIndexException"/> comes of broken bytes. 3. Refusals name the file, the field, the format.
/// </summary>
public sealed class BrokenColumnsTests
{
    private const int DocCount = 300;

    private static readonly FieldInfo[] Fields =
    [
        Columns.Field(0, DocValuesType.Numeric), Columns.Field(1, DocValuesType.Numeric), Columns.Field(2, DocValuesType.Numeric),
        Columns.Field(3, DocValuesType.Binary), Columns.Field(4, DocValuesType.Binary), Columns.Field(5, DocValuesType.Sorted),
        Columns.Field(6, DocValuesType.SortedSet), Columns.Field(7, DocValuesType.SortedSet),
    ];

    [Fact]
    public void Any_byte_changed_in_the_metadata_is_refused()
    {
        using var columns = Sample();
        var good = columns.Metadata.ToArray();
        for (var at = 0; at < good.Length; at++)
        {
            var bad = good.ToArray();
            bad[at] ^= 0x10;
            columns.Directory.WriteFile(Columns.MetadataFile, bad);
            Assert.Contains(Columns.MetadataFile, Assert.ThrowsAny<CorruptIndexException>(columns.Open).File, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Columns.DataFile)]
    [InlineData(Columns.MetadataFile)]
    public void Truncated_files_are_refused_with_their_name(string file)
    {
        using var columns = Sample();
        var good = columns.Directory.ReadFile(file);
        for (var length = 0; length < good.Length; length++)
        {
            columns.Directory.WriteFile(file, good[..length]);
            Assert.Contains(file, Assert.ThrowsAny<CorruptIndexException>(columns.Open).File, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Metadata_broken_under_a_right_checksum_does_no_harm()
    {
        using var columns = Sample();
        var good = columns.Metadata.ToArray();
        var random = new Random(20240521);
        var refused = 0;
        for (var round = 0; round < 3000; round++)
        {
            columns.Directory.WriteFile(Columns.MetadataFile, WithChecksum(Mutate(good, random)));
            refused += IsRefused(columns) ? 1 : 0;
        }

        Assert.True(refused > 750, $"{refused} of 3000 mutations were noticed");
    }

    [Fact]
    public void Broken_values_do_no_harm()
    {
        using var columns = Sample();
        var good = columns.Data.ToArray();
        var random = new Random(20240522);
        var refused = 0;
        for (var round = 0; round < 3000; round++)
        {
            columns.Directory.WriteFile(Columns.DataFile, Mutate(good, random));
            refused += IsRefused(columns) ? 1 : 0;
        }

        Assert.True(refused > 100, $"{refused} of 3000 mutations were noticed");
    }

    [Fact]
    public void Metadata_that_claims_a_huge_number_of_values_is_refused_before_memory_is_taken()
    {
        var field = Columns.Field(0, DocValuesType.SortedSet);
        using var columns = new Columns(2, field).Write(writer => writer.AddSortedSet(field, ["a"u8.ToArray(), "b"u8.ToArray()], [2, 1], [0, 1, 0]));
        // Metadata: header, set, encoding; dictionary of 1 + 1 + 1 + 8 + 1 + 1 + 1 + 8 bytes; ordinals: number, kind, encoding, missing, version, offset, count.
        var count = CodecFile.HeaderLength(DocValuesFormat.MetadataCodec) + 3 + 22 + 1 + 1 + 1 + 8 + 1 + 8;
        var metadata = columns.Metadata;
        Assert.Equal(3, metadata[count]);
        byte[] huge = [.. metadata[..count], 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, .. metadata[(count + 1)..]];
        columns.Directory.WriteFile(Columns.MetadataFile, WithChecksum(huge));

        var reader = columns.Open();
        Assert.Contains("blocks", Assert.Throws<CorruptIndexException>(() => reader.SortedSet(field)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_claims_a_huge_number_of_values_is_refused()
    {
        var field = Columns.Field(0, DocValuesType.SortedSet);
        using var columns = new Columns(2, field).Write(writer => writer.AddSortedSet(field, ["a"u8.ToArray(), "b"u8.ToArray()], [2, 1], [0, 1, 0]));
        var encoding = CodecFile.HeaderLength(DocValuesFormat.MetadataCodec) + 3 + 22 + 1 + 1;
        var count = encoding + 1 + 8 + 1 + 8;
        byte[] metadata = [.. columns.Metadata];
        Assert.Equal([0, 3], [metadata[encoding], metadata[count]]);
        metadata[encoding] = 2;
        // 2^62 values of 4 bits are 2^64 bits: 0 to who counts them in a long.
        byte[] huge =
        [
            .. metadata[..count], 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x40, .. metadata[(count + 1)..(count + 4)],
            9, .. new byte[9 * 8], .. metadata[(count + 4)..],
        ];
        columns.Directory.WriteFile(Columns.MetadataFile, WithChecksum(huge));

        var reader = columns.Open();
        Assert.Contains("4611686018427387904 values", Assert.Throws<CorruptIndexException>(() => reader.SortedSet(field)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Files_of_older_versions_have_no_footers(byte version)
    {
        // The last column ends with the file, so its last values are read at the very end.
        var (first, last) = (Columns.Field(0, DocValuesType.Sorted), Columns.Field(1, DocValuesType.Numeric));
        using var columns = new Columns(3, first, last).Write(writer =>
        {
            writer.AddSorted(first, ["a"u8.ToArray(), "bc"u8.ToArray()], [1, -1, 0]);
            writer.AddNumeric(last, [5, -1L << 61, 1L << 60], null);
        });
        foreach (var (file, codec) in new[] { (Columns.DataFile, DocValuesFormat.DataCodec), (Columns.MetadataFile, DocValuesFormat.MetadataCodec) })
        {
            var old = columns.Directory.ReadFile(file)[..^CodecFile.FooterLength];
            old[CodecFile.HeaderLength(codec) - 1] = version;
            columns.Directory.WriteFile(file, old);
        }

        var reader = columns.Open();
        Assert.Equal([1, -1, 0], Enumerable.Range(0, 3).Select(reader.Sorted(first).Ord));
        Assert.Equal([5, -1L << 61, 1L << 60], Enumerable.Range(0, 3).Select(reader.Numeric(last).Get));
    }

    [Fact]
    public void Another_format_is_refused_with_the_name_of_field_and_format()
    {
        using var columns = Sample();
        var field = new FieldInfo("price", 8) { DocValuesType = DocValuesType.Numeric };
        field.Attributes[DocValuesFormat.FormatAttribute] = "Memory";
        field.Attributes[DocValuesFormat.SuffixAttribute] = "0";
        using var odd = new Columns(DocCount, field);

        var error = Assert.Throws<NotSupportedException>(odd.Open);
        Assert.Contains("price", error.Message, StringComparison.Ordinal);
        Assert.Contains("Memory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_without_a_format_is_refused()
    {
        using var columns = new Columns(1, new FieldInfo("price", 0) { DocValuesType = DocValuesType.Numeric });
        Assert.Contains("price", Assert.Throws<CorruptIndexException>(columns.Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_whose_column_is_missing_is_refused()
    {
        var (first, second) = (Columns.Field(0, DocValuesType.Numeric), Columns.Field(1, DocValuesType.Numeric));
        second.Attributes[DocValuesFormat.FormatAttribute] = DocValuesFormat.Name;
        second.Attributes[DocValuesFormat.SuffixAttribute] = DocValuesFormat.Suffix;
        using var columns = new Columns(1, first, second).Write(writer => writer.AddNumeric(first, [1], null));
        Assert.Contains("field1", Assert.Throws<CorruptIndexException>(columns.Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_asked_for_by_another_type_is_refused()
    {
        using var columns = Sample();
        var reader = columns.Open();
        Assert.Throws<ArgumentException>(() => reader.Sorted(Fields[0]));
        Assert.Throws<ArgumentException>(() => reader.Numeric(Columns.Field(9, DocValuesType.Numeric)));
    }

    /// <summary>All encodings at once.</summary>
    private static Columns Sample()
    {
        var terms = Enumerable.Range(1000, 90).Select(i => System.Text.Encoding.UTF8.GetBytes(i % 2 == 0 ? $"{i}" : $"{i}xy")).ToArray();
        var docs = new BitSet(DocCount);
        for (var docId = 0; docId < DocCount; docId += 2) docs.Set(docId);
        return new Columns(DocCount, Fields).Write(writer =>
        {
            writer.AddNumeric(Fields[0], Each(docId => docId * 1000L + 7), null);
            writer.AddNumeric(Fields[1], Each(docId => docId % 5 * 77777L), null);
            writer.AddNumeric(Fields[2], Each(docId => docId % 2 == 0 ? docId * 3 % 298L : 0), docs);
            writer.AddBinary(Fields[3], Each(docId => new byte[] { (byte)docId, 1, 2 }));
            writer.AddBinary(Fields[4], Each(docId => docId % 7 == 0 ? null : new byte[docId % 11]));
            writer.AddSorted(Fields[5], terms, Each(docId => docId % 91 - 1));
            writer.AddSortedSet(Fields[6], terms, Each(docId => docId % 3), Enumerable.Range(0, DocCount).SelectMany(docId => Enumerable.Range(docId % 80, docId % 3)).ToArray());
            writer.AddSortedSet(Fields[7], terms, Each(docId => docId % 2), Enumerable.Range(0, DocCount / 2).Select(i => i % 90).ToArray());
        });
    }

    private static T[] Each<T>(Func<int, T> value) => [.. Enumerable.Range(0, DocCount).Select(value)];

    private static byte[] Mutate(byte[] good, Random random)
    {
        var bad = good.ToArray();
        for (var flips = random.Next(1, 4); flips > 0; flips--)
        {
            var at = random.Next(bad.Length - CodecFile.FooterLength);
            bad[at] = random.Next(3) switch { 0 => (byte)(bad[at] ^ 1 << random.Next(8)), 1 => (byte)random.Next(256), _ => 0xFF };
        }

        return bad;
    }

    private static byte[] WithChecksum(byte[] file)
    {
        var crc = Crc32.Compute(file.AsSpan(0, file.Length - 8));
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(file.AsSpan(file.Length - 8), crc);
        return file;
    }

    private static bool IsRefused(Columns columns)
    {
        try
        {
            var reader = columns.Open();
            foreach (var field in Fields) ReadAll(reader, field);
            return false;
        }
        catch (CorruptIndexException)
        {
            return true;
        }
    }

    private static void ReadAll(DocValuesReader reader, FieldInfo field)
    {
        reader.DocsWithField(field);
        for (var docId = 0; docId < DocCount; docId += 3)
        {
            if (field.DocValuesType == DocValuesType.Numeric) reader.Numeric(field).Get(docId);
            else if (field.DocValuesType == DocValuesType.Binary) reader.Binary(field).Get(docId);
        }

        if (field.DocValuesType == DocValuesType.Sorted) ReadSorted(reader.Sorted(field));
        else if (field.DocValuesType == DocValuesType.SortedSet) ReadSortedSet(reader.SortedSet(field));
    }

    private static void ReadSorted(SortedDocValues column)
    {
        for (var docId = 0; docId < DocCount; docId++)
        {
            var ord = column.Ord(docId);
            if (ord >= 0) column.Lookup(ord);
        }

        column.LookupTerm("1044"u8);
    }

    private static void ReadSortedSet(SortedSetDocValues column)
    {
        for (var docId = 0; docId < DocCount; docId++)
        {
            column.SetDocument(docId);
            for (var ord = column.NextOrd(); ord >= 0; ord = column.NextOrd()) column.Lookup(ord);
        }

        column.LookupTerm("1044"u8);
    }
}
