using System.Collections.Concurrent;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Norms;

/// <summary>The norms of all fields of a segment. Thread-safe.</summary>
internal sealed class NormsReader
{
    private const string DataReference = "in the data file";

    private readonly IndexInput _data;
    private readonly long _dataEnd;
    private readonly int _docCount;
    private readonly Dictionary<int, NormsEntry> _entries = [];
    private readonly ConcurrentDictionary<int, NumericDocValues> _norms = new();

    /// <summary>Opens the files and reads their metadata; a field's norms are opened when they are first asked for.</summary>
    /// <exception cref="CorruptIndexException">A file is missing or broken.</exception>
    public NormsReader(SegmentInputs inputs, FieldInfoSet fields)
    {
        _docCount = inputs.Info.DocCount;
        var metadata = inputs.Open("", NormsFormat.MetadataExtension);
        var version = CodecFile.CheckHeader(metadata, NormsFormat.MetadataCodec, NormsFormat.OldestVersion, NormsFormat.CurrentVersion);
        var hasFooter = version >= NormsFormat.ChecksumVersion;
        if (hasFooter) CodecFile.VerifyChecksum(metadata);

        _data = inputs.Open("", NormsFormat.DataExtension);
        var dataVersion = CodecFile.CheckHeader(_data, NormsFormat.DataCodec, NormsFormat.OldestVersion, NormsFormat.CurrentVersion);
        if (dataVersion != version) _data.Corrupt($"version {dataVersion}", $"{version}, as {metadata.Name} has");
        if (hasFooter) CodecFile.CheckFooter(_data);
        _dataEnd = _data.Length - (hasFooter ? CodecFile.FooterLength : 0);

        ReadEntries(metadata, fields);
        if (hasFooter) CodecFile.CheckAtFooter(metadata);
        else if (metadata.Remaining > 0) metadata.Corrupt($"{metadata.Remaining} bytes left", "the end of the file");
    }

    /// <summary>The field's norms, or null if it has none. A norm is one signed byte.</summary>
    public NumericDocValues? Norms(FieldInfo field) =>
        _entries.ContainsKey(field.Number)
            ? _norms.GetOrAdd(field.Number, static (number, reader) => reader.Open(reader._entries[number]), this)
            : null;

    private void ReadEntries(IndexInput metadata, FieldInfoSet fields)
    {
        for (var number = metadata.ReadVInt(); number != NormsFormat.EndOfFields; number = metadata.ReadVInt())
        {
            if (fields.Find(number) is not { HasNorms: true }) metadata.Corrupt($"norms of field number {number}", "a field with norms");
            if (!_entries.TryAdd(number, ReadEntry(metadata))) metadata.Corrupt($"field number {number} again", "each field once");
        }

        foreach (var field in fields)
        {
            if (field.HasNorms && !_entries.ContainsKey(field.Number)) metadata.Corrupt($"no norms of field {field.Name}", "some, as the field infos say");
        }
    }

    private NormsEntry ReadEntry(IndexInput metadata)
    {
        var kind = metadata.ReadByte();
        if (kind != NormsFormat.Number) metadata.Corrupt($"an entry of kind {kind}", $"{NormsFormat.Number} (integers)");
        var offset = metadata.ReadInt64();
        if (offset < 0 || offset > _dataEnd) metadata.Corrupt($"norms at {offset}", $"0 to {_dataEnd} {DataReference}");
        var encoding = (NormsEncoding)metadata.ReadByte();
        if (encoding > NormsEncoding.Gcd) metadata.Corrupt($"norms with encoding {(int)encoding}", "0 to 3");
        if (encoding != NormsEncoding.Uncompressed) ExpectPackedVersion(metadata);
        else if (offset > _dataEnd - _docCount) metadata.Corrupt($"{_docCount} norms at {offset}", $"norms before byte {_dataEnd} {DataReference}");
        return new NormsEntry(encoding, offset);
    }

    private static void ExpectPackedVersion(IndexInput metadata)
    {
        var packedVersion = metadata.ReadVInt();
        if (packedVersion != DocValuesFormat.PackedVersion)
            metadata.Corrupt($"version {packedVersion} of packed integers", $"{DocValuesFormat.PackedVersion} (Lucene 4.2 to 4.8)");
    }

    private NumericDocValues Open(NormsEntry entry)
    {
        var input = _data.Clone();
        input.Seek(entry.Offset);
        return entry.Encoding switch
        {
            NormsEncoding.Uncompressed => new ByteNorms(_data, entry.Offset),
            NormsEncoding.Table => OpenTable(input),
            NormsEncoding.Gcd => new WideNorms(_data, OpenGcd(input)),
            _ => new WideNorms(_data, OpenBlocks(input)),
        };
    }

    private TableNorms OpenTable(IndexInput input)
    {
        var table = new sbyte[input.ReadCount("norms in a table", NormsFormat.MaxTableSize)];
        for (var i = 0; i < table.Length; i++) table[i] = WideNorms.ToNorm(input, input.ReadInt64());
        var format = (PackedFormat)input.ReadCount("as the format of packed integers", (long)PackedFormat.SingleBlock);
        var bitsPerValue = input.ReadCount("bits a value", 32);
        if (bitsPerValue == 0 || (format == PackedFormat.SingleBlock && !PackedSingleBlock.IsSupported(bitsPerValue)))
            input.Corrupt($"{bitsPerValue} bits a value", $"a width of format {format}");
        var length = format == PackedFormat.Packed ? PackedBits.ByteCount(_docCount, bitsPerValue) : PackedSingleBlock.ByteCount(_docCount, bitsPerValue);
        if (length > _dataEnd - input.Position || length > int.MaxValue)
            input.Corrupt($"{_docCount} norms of {bitsPerValue} bits", $"what fits before byte {_dataEnd}");
        return new TableNorms(_data, input.Position, (int)length, format, bitsPerValue, table);
    }

    private GcdValues OpenGcd(IndexInput input)
    {
        var minimum = input.ReadInt64();
        var divisor = input.ReadInt64();
        return new GcdValues(OpenBlocks(input), minimum, divisor);
    }

    private BlockPackedReader OpenBlocks(IndexInput input)
    {
        var blockSize = input.ReadVInt();
        if (!BlockPacked.IsBlockSize(blockSize)) input.Corrupt($"blocks of {blockSize} values", "a power of two from 64 to 2^27");
        return new BlockPackedReader(_data, input.Position, Math.Max(input.Position, _dataEnd), _docCount, blockSize);
    }
}
