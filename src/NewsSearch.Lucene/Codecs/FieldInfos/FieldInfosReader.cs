using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.FieldInfos;

/// <summary>Reads the fields of a segment.</summary>
internal static class FieldInfosReader
{
    /// <summary>Reads a whole .fnm file and verifies its checksum.</summary>
    /// <exception cref="CorruptIndexException">The file is broken.</exception>
    public static FieldInfoSet Read(IndexInput input)
    {
        var version = CodecFile.CheckHeaderAndChecksum(
            input, FieldInfosFormat.Codec, FieldInfosFormat.VersionStart, FieldInfosFormat.VersionCurrent, FieldInfosFormat.VersionChecksum);
        var fields = new FieldInfoSet();
        var count = input.ReadCount("fields", input.Remaining / FieldInfosFormat.ShortestField);
        for (var i = 0; i < count; i++)
        {
            var field = ReadField(input);
            if (!fields.TryAdd(field)) input.Corrupt($"a second field named \"{field.Name}\" or numbered {field.Number}", "names and numbers that occur once");
        }

        CodecFile.CheckAtEnd(input, version >= FieldInfosFormat.VersionChecksum);
        return fields;
    }

    private static FieldInfo ReadField(IndexInput input)
    {
        var name = input.ReadString();
        var number = input.ReadCount("as the number of a field", int.MaxValue);
        var bits = (FieldBits)input.ReadByte();
        if ((bits & ~FieldBits.Known) != 0) input.Corrupt($"field bits 0x{(byte)bits:x2}", $"bits of 0x{(byte)FieldBits.Known:x2}");
        var types = input.ReadByte();
        var docValuesType = ReadType(input, types & 0x0F);
        var normType = ReadType(input, types >> 4);
        var generation = input.ReadInt64();
        var attributes = input.ReadStringMap();
        var isIndexed = bits.HasFlag(FieldBits.Indexed);
        return new FieldInfo(name, number)
        {
            IndexOptions = OptionsOf(bits),
            // Only of indexed fields; Lucene ignores these bits elsewhere.
            OmitsNorms = isIndexed && bits.HasFlag(FieldBits.OmitsNorms),
            HasPayloads = isIndexed && bits.HasFlag(FieldBits.Payloads),
            HasVectors = isIndexed && bits.HasFlag(FieldBits.TermVectors),
            NormType = isIndexed ? normType : DocValuesType.None,
            DocValuesType = docValuesType,
            DocValuesGeneration = generation,
            Attributes = attributes,
        };
    }

    private static DocValuesType ReadType(IndexInput input, int number)
    {
        var type = FieldInfosFormat.TypeOf(number);
        if (type is null) input.Corrupt($"a column of type {number}", "0 (none) to 4 (sorted set)");
        return type.Value;
    }

    private static IndexOptions OptionsOf(FieldBits bits)
    {
        if (!bits.HasFlag(FieldBits.Indexed)) return IndexOptions.None;
        if (bits.HasFlag(FieldBits.OmitsFreqsAndPositions)) return IndexOptions.Docs;
        if (bits.HasFlag(FieldBits.OmitsPositions)) return IndexOptions.DocsAndFreqs;
        return bits.HasFlag(FieldBits.Offsets) ? IndexOptions.DocsFreqsPositionsAndOffsets : IndexOptions.DocsFreqsAndPositions;
    }
}
