using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>Reads a .dvm file, and checks that what it refers to lies in the .dvd file.</summary>
/// <param name="metadata">The .dvm file behind its header.</param>
/// <param name="version">As the header gives it.</param>
/// <param name="dataEnd">Where the values end in the .dvd file: its length less its footer.</param>
/// <param name="docCount">Documents in the segment.</param>
internal sealed class DocValuesMetadataReader(IndexInput metadata, int version, long dataEnd, int docCount)
{
    private readonly Dictionary<int, ColumnEntry> _columns = [];

    /// <summary>The columns by field number.</summary>
    /// <param name="fields">The fields whose columns the file holds: all of them must be there, and no others.</param>
    public Dictionary<int, ColumnEntry> Read(IReadOnlyCollection<FieldInfo> fields)
    {
        var byNumber = fields.ToDictionary(field => field.Number);
        for (var number = metadata.ReadVInt(); number != DocValuesFormat.EndOfFields; number = metadata.ReadVInt())
        {
            if (!byNumber.TryGetValue(number, out var field)) metadata.Corrupt($"field number {number}", "a field with a column in this file");
            var column = ReadColumn(field!);
            if (!_columns.TryAdd(number, column)) metadata.Corrupt($"field {field!.Name} again", "each field once");
        }

        foreach (var field in fields)
        {
            if (!_columns.ContainsKey(field.Number)) metadata.Corrupt($"no column of field {field.Name}", "one, as the field infos say");
        }

        return _columns;
    }

    private ColumnEntry ReadColumn(FieldInfo field)
    {
        var kind = (ColumnKind)metadata.ReadByte();
        var expected = KindOf(field.DocValuesType);
        if (kind != expected) metadata.Corrupt($"a column of kind {(int)kind} for field {field.Name}", $"{(int)expected} ({expected})");
        return kind switch
        {
            ColumnKind.Numeric => new ColumnEntry(kind, ReadNumeric(docCount), null, null),
            ColumnKind.Binary => new ColumnEntry(kind, null, ReadBinary(docCount), null),
            ColumnKind.Sorted => ReadSorted(field, kind),
            _ => ReadSortedSet(field),
        };
    }

    private ColumnEntry ReadSorted(FieldInfo field, ColumnKind kind)
    {
        ExpectPart(field, ColumnKind.Binary);
        var dictionary = ReadBinary(expectedCount: null);
        if (dictionary.Count > int.MaxValue) metadata.Corrupt($"{dictionary.Count} distinct values of field {field.Name}", "fewer than 2^31");
        ExpectPart(field, ColumnKind.Numeric);
        return new ColumnEntry(kind, ReadNumeric(docCount), dictionary, null);
    }

    private ColumnEntry ReadSortedSet(FieldInfo field)
    {
        var encoding = version >= DocValuesFormat.SingleValuedSetVersion
            ? (SortedSetEncoding)metadata.ReadCount("as the encoding of a sorted set", (long)SortedSetEncoding.SingleValued)
            : SortedSetEncoding.WithAddresses;
        if (encoding == SortedSetEncoding.SingleValued)
        {
            ExpectPart(field, ColumnKind.Sorted);
            return ReadSorted(field, ColumnKind.SortedSet);
        }

        ExpectPart(field, ColumnKind.Binary);
        var dictionary = ReadBinary(expectedCount: null);
        ExpectPart(field, ColumnKind.Numeric);
        var ords = ReadNumeric(expectedCount: null);
        ExpectPart(field, ColumnKind.Numeric);
        var ordIndex = ReadNumeric(docCount);
        if (ordIndex.Encoding != NumericEncoding.Delta) metadata.Corrupt($"an index of ordinals with encoding {ordIndex.Encoding}", "the monotonic one");
        return new ColumnEntry(ColumnKind.SortedSet, ords, dictionary, ordIndex);
    }

    /// <summary>The parts of a column repeat the number of its field.</summary>
    private void ExpectPart(FieldInfo field, ColumnKind kind)
    {
        var number = metadata.ReadVInt();
        var found = (ColumnKind)metadata.ReadByte();
        if (number != field.Number || found != kind)
            metadata.Corrupt($"a part of kind {(int)found} for field number {number}", $"kind {(int)kind} ({kind}) for {field.Number} ({field.Name})");
    }

    private NumericEntry ReadNumeric(long? expectedCount)
    {
        var encoding = (NumericEncoding)metadata.ReadCount("as the encoding of integers", (long)NumericEncoding.Table);
        var missingOffset = ReadMissingOffset();
        ExpectPackedVersion();
        var offset = ReadOffset("packed integers");
        var count = ReadValueCount(expectedCount);
        var blockSize = ReadBlockSize();
        long minimum = 0, divisor = 1;
        long[] table = [];
        if (encoding == NumericEncoding.Gcd)
        {
            minimum = metadata.ReadInt64();
            divisor = metadata.ReadInt64();
        }
        else if (encoding == NumericEncoding.Table)
        {
            table = ReadTable();
        }

        return new NumericEntry(encoding, missingOffset, offset, count, blockSize, minimum, divisor, table);
    }

    private long[] ReadTable()
    {
        var table = new long[metadata.ReadCount("values in a table", DocValuesFormat.MaxTableSize)];
        if (table.Length == 0) metadata.Corrupt("an empty table", "at least one value");
        for (var i = 0; i < table.Length; i++) table[i] = metadata.ReadInt64();
        return table;
    }

    private BinaryEntry ReadBinary(long? expectedCount)
    {
        var encoding = (BinaryEncoding)metadata.ReadCount("as the encoding of byte strings", (long)BinaryEncoding.Prefix);
        var missingOffset = ReadMissingOffset();
        var minLength = metadata.ReadVInt();
        var maxLength = metadata.ReadVInt();
        var count = ReadValueCount(expectedCount);
        var offset = ReadOffset("byte strings");
        // Of no values the shortest is the greatest integer and the longest the least: nobody ever lowered or raised them.
        if (count == 0) maxLength = 0;
        else if (minLength < 0 || minLength > maxLength) metadata.Corrupt($"lengths from {minLength} to {maxLength}", "an ascending range");
        if (encoding == BinaryEncoding.Fixed)
        {
            CheckFixed(count, maxLength, offset, isColumn: expectedCount is not null);
            return new BinaryEntry(encoding, missingOffset, maxLength, count, offset, 0, dataEnd, 0);
        }

        var interval = encoding == BinaryEncoding.Prefix ? metadata.ReadCount("terms to an address", DocValuesFormat.MaxAddressInterval) : 1;
        if (interval == 0) metadata.Corrupt("0 terms to an address", "at least 1");
        var addressesOffset = ReadOffset("addresses");
        if (addressesOffset < offset) metadata.Corrupt($"addresses at {addressesOffset}", $"behind the bytes at {offset}");
        // Each term of a dictionary takes at least two bytes: the lengths of what it shares and adds.
        if (encoding == BinaryEncoding.Prefix && count > (addressesOffset - offset) / 2) metadata.Corrupt($"{count} terms", $"what {addressesOffset - offset} bytes can hold");
        // Of distinct values only one can be empty.
        if (encoding == BinaryEncoding.Variable && expectedCount is null && count > addressesOffset - offset + 1)
            metadata.Corrupt($"{count} distinct values", $"what {addressesOffset - offset} bytes can hold");
        ExpectPackedVersion();
        return new BinaryEntry(encoding, missingOffset, maxLength, count, offset, interval, addressesOffset, ReadBlockSize());
    }

    private void CheckFixed(long count, int length, long offset, bool isColumn)
    {
        // Without a length nothing in the file limits the count; a dictionary can hold the empty value once.
        if (length == 0 && !isColumn && count > 1) metadata.Corrupt($"{count} distinct empty values", "at most 1");
        if (length > 0 && count > (dataEnd - offset) / length)
            metadata.Corrupt($"{count} values of {length} bytes at {offset}", $"what fits before byte {dataEnd} of the data file");
    }

    private long ReadMissingOffset()
    {
        var offset = metadata.ReadInt64();
        var length = (docCount + 7L) / 8;
        if (offset != DocValuesFormat.NoneMissing && (offset < 0 || offset > dataEnd - length))
            metadata.Corrupt($"a bitset of {length} bytes at {offset}", $"one before byte {dataEnd} of the data file, or -1");
        return offset;
    }

    private long ReadOffset(string what)
    {
        var offset = metadata.ReadInt64();
        if (offset < 0 || offset > dataEnd) metadata.Corrupt($"{what} at {offset}", $"0 to {dataEnd} in the data file");
        return offset;
    }

    private long ReadValueCount(long? expected)
    {
        var count = metadata.ReadVLong();
        if (expected is { } documents && count != documents) metadata.Corrupt($"{count} values", $"{documents}, one a document");
        return count;
    }

    private int ReadBlockSize()
    {
        var blockSize = metadata.ReadVInt();
        if (!BlockPacked.IsBlockSize(blockSize)) metadata.Corrupt($"blocks of {blockSize} values", "a power of two from 64 to 2^27");
        return blockSize;
    }

    private void ExpectPackedVersion()
    {
        var packedVersion = metadata.ReadVInt();
        if (packedVersion != DocValuesFormat.PackedVersion)
            metadata.Corrupt($"version {packedVersion} of packed integers", $"{DocValuesFormat.PackedVersion} (Lucene 4.2 to 4.8)");
    }

    private static ColumnKind KindOf(DocValuesType type) => type switch
    {
        DocValuesType.Numeric => ColumnKind.Numeric,
        DocValuesType.Binary => ColumnKind.Binary,
        DocValuesType.Sorted => ColumnKind.Sorted,
        DocValuesType.SortedSet => ColumnKind.SortedSet,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A field without a column."),
    };
}
