using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>Writes the parts that columns consist of: values into the data file, an entry each into the metadata.</summary>
internal sealed class ColumnWriter(IndexOutput data, IndexOutput metadata)
{
    public void BeginEntry(int fieldNumber, ColumnKind kind)
    {
        metadata.WriteVInt(fieldNumber);
        metadata.WriteByte((byte)kind);
    }

    public void BeginSortedSet(int fieldNumber, SortedSetEncoding encoding)
    {
        BeginEntry(fieldNumber, ColumnKind.SortedSet);
        metadata.WriteVInt((int)encoding);
    }

    /// <summary>Integers in the shortest encoding.</summary>
    public void WriteNumbers(int fieldNumber, ReadOnlySpan<long> values, BitSet? docsWithField)
    {
        var statistics = new NumericStatistics(values);
        var encoding = Choose(statistics);
        BeginNumbers(fieldNumber, encoding, values.Length, docsWithField);
        if (encoding == NumericEncoding.Table)
        {
            WriteTable(values, statistics.Table!);
            return;
        }

        if (encoding == NumericEncoding.Gcd)
        {
            metadata.WriteInt64(statistics.Minimum);
            metadata.WriteInt64(statistics.Divisor);
        }

        using var writer = new PackedBlockWriter(data, isMonotonic: false);
        if (encoding == NumericEncoding.Delta)
        {
            foreach (var value in values) writer.Add(value);
        }
        else
        {
            foreach (var value in values) writer.Add((value - statistics.Minimum) / statistics.Divisor);
        }

        writer.Finish();
    }

    /// <summary>Ordinals; -1 stands for none.</summary>
    public void WriteOrds(int fieldNumber, ReadOnlySpan<int> ords)
    {
        BeginNumbers(fieldNumber, NumericEncoding.Delta, ords.Length, docsWithField: null);
        using var writer = new PackedBlockWriter(data, isMonotonic: false);
        foreach (var ord in ords) writer.Add(ord);
        writer.Finish();
    }

    /// <summary>The sums of the counts up to each.</summary>
    public void WriteEnds(int fieldNumber, ReadOnlySpan<int> counts)
    {
        BeginNumbers(fieldNumber, NumericEncoding.Delta, counts.Length, docsWithField: null);
        using var writer = new PackedBlockWriter(data, isMonotonic: true);
        var end = 0L;
        foreach (var count in counts) writer.Add(end += count);
        writer.Finish();
    }

    /// <summary>Byte strings, each for itself; null stands for none.</summary>
    public void WriteBytes(int fieldNumber, IReadOnlyList<byte[]?> values)
    {
        BeginEntry(fieldNumber, ColumnKind.Binary);
        var offset = data.Position;
        var (minLength, maxLength) = MeasureLengths(values);
        foreach (var value in values) data.WriteBytes(value);
        metadata.WriteVInt((int)(minLength == maxLength ? BinaryEncoding.Fixed : BinaryEncoding.Variable));
        WriteMissing(FindDocsWithValue(values));
        metadata.WriteVInt(minLength);
        metadata.WriteVInt(maxLength);
        metadata.WriteVLong(values.Count);
        metadata.WriteInt64(offset);
        if (minLength == maxLength) return;

        metadata.WriteInt64(data.Position);
        WritePackedHeader();
        using var writer = new PackedBlockWriter(data, isMonotonic: true);
        var end = 0L;
        foreach (var value in values) writer.Add(end += value?.Length ?? 0);
        writer.Finish();
    }

    /// <summary>The distinct values of a sorted column or of a column of sets.</summary>
    public void WriteDictionary(int fieldNumber, IReadOnlyList<byte[]> values)
    {
        var (minLength, maxLength) = MeasureLengths(values);
        if (minLength == maxLength)
        {
            WriteBytes(fieldNumber, values);
            return;
        }

        BeginEntry(fieldNumber, ColumnKind.Binary);
        metadata.WriteVInt((int)BinaryEncoding.Prefix);
        metadata.WriteInt64(DocValuesFormat.NoneMissing);
        var (offset, addressesOffset) = new DictionaryWriter(data).Write(values);
        metadata.WriteVInt(minLength);
        metadata.WriteVInt(maxLength);
        metadata.WriteVLong(values.Count);
        metadata.WriteInt64(offset);
        metadata.WriteVInt(DocValuesFormat.AddressInterval);
        metadata.WriteInt64(addressesOffset);
        WritePackedHeader();
    }

    private void BeginNumbers(int fieldNumber, NumericEncoding encoding, long count, BitSet? docsWithField)
    {
        BeginEntry(fieldNumber, ColumnKind.Numeric);
        metadata.WriteVInt((int)encoding);
        WriteMissing(docsWithField);
        metadata.WriteVInt(DocValuesFormat.PackedVersion);
        metadata.WriteInt64(data.Position);
        metadata.WriteVLong(count);
        metadata.WriteVInt(DocValuesFormat.BlockSize);
    }

    private void WritePackedHeader()
    {
        metadata.WriteVInt(DocValuesFormat.PackedVersion);
        metadata.WriteVInt(DocValuesFormat.BlockSize);
    }

    private void WriteTable(ReadOnlySpan<long> values, IReadOnlyDictionary<long, int> table)
    {
        metadata.WriteVInt(table.Count);
        foreach (var (value, _) in table.OrderBy(pair => pair.Value)) metadata.WriteInt64(value);
        var bitsPerValue = PackedBits.BitsRequired((ulong)(table.Count - 1));
        // A multiple of eight values fills whole bytes, so the pieces join without a gap.
        Span<long> piece = stackalloc long[128];
        Span<byte> bytes = stackalloc byte[128];
        for (var start = 0; start < values.Length; start += piece.Length)
        {
            var count = Math.Min(piece.Length, values.Length - start);
            for (var i = 0; i < count; i++) piece[i] = table[values[start + i]];
            data.WriteBytes(bytes[..PackedBitsEncoder.Encode(piece[..count], 0, bitsPerValue, bytes)]);
        }
    }

    /// <summary>Writes the bitset, the first document in the lowest bit of the first byte, and its offset; or -1 if no value is missing.</summary>
    private void WriteMissing(BitSet? docsWithField)
    {
        if (docsWithField is null || docsWithField.Count() == docsWithField.Length)
        {
            metadata.WriteInt64(DocValuesFormat.NoneMissing);
            return;
        }

        metadata.WriteInt64(data.Position);
        for (var i = 0; i < (docsWithField.Length + 7) / 8; i++) data.WriteByte((byte)(docsWithField.Words[i >> 3] >> 8 * (i & 7)));
    }

    private static NumericEncoding Choose(NumericStatistics statistics)
    {
        // A difference that does not fit a long counts as negative here: 64 bits, which a table always beats.
        var spread = statistics.Maximum - statistics.Minimum;
        if (statistics.Table is { } table
            && (spread < 0 || PackedBits.BitsRequired((ulong)(table.Count - 1)) < PackedBits.BitsRequired((ulong)spread))) return NumericEncoding.Table;
        return statistics.Divisor is 0 or 1 ? NumericEncoding.Delta : NumericEncoding.Gcd;
    }

    private static (int MinLength, int MaxLength) MeasureLengths(IReadOnlyList<byte[]?> values)
    {
        // Lucene writes these two for no values, so we do.
        var (minLength, maxLength) = (int.MaxValue, int.MinValue);
        foreach (var value in values)
        {
            minLength = Math.Min(minLength, value?.Length ?? 0);
            maxLength = Math.Max(maxLength, value?.Length ?? 0);
        }

        return (minLength, maxLength);
    }

    private static BitSet? FindDocsWithValue(IReadOnlyList<byte[]?> values)
    {
        var docs = new BitSet(values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not null) docs.Set(i);
        }

        return docs;
    }
}
