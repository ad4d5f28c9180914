using System.Collections.Concurrent;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>
/// One pair of .dvd and .dvm files. Opening reads the metadata; a column's block headers are read when it is first used,
/// and kept. Thread-safe.
/// </summary>
internal sealed class DocValuesFiles
{
    private readonly IndexInput _data;
    private readonly long _dataEnd;
    private readonly int _docCount;
    private readonly Dictionary<int, ColumnEntry> _columns;
    private readonly ConcurrentDictionary<int, LongValues> _numbers = new();
    private readonly ConcurrentDictionary<int, LongValues> _addresses = new();
    private readonly ConcurrentDictionary<int, LongValues> _ordIndexes = new();
    private readonly ConcurrentDictionary<int, BitSet?> _docsWithField = new();

    /// <param name="inputs">The segment.</param>
    /// <param name="suffix">Of the two files, such as Lucene45_0.</param>
    /// <param name="fields">The fields whose columns they hold.</param>
    public DocValuesFiles(SegmentInputs inputs, string suffix, IReadOnlyCollection<FieldInfo> fields)
    {
        _docCount = inputs.Info.DocCount;
        var metadata = inputs.Open(suffix, DocValuesFormat.MetadataExtension);
        var version = CodecFile.CheckHeader(metadata, DocValuesFormat.MetadataCodec, DocValuesFormat.OldestVersion, DocValuesFormat.CurrentVersion);
        var hasFooter = version >= DocValuesFormat.ChecksumVersion;
        if (hasFooter) CodecFile.VerifyChecksum(metadata);

        _data = inputs.Open(suffix, DocValuesFormat.DataExtension);
        var dataVersion = CodecFile.CheckHeader(_data, DocValuesFormat.DataCodec, DocValuesFormat.OldestVersion, DocValuesFormat.CurrentVersion);
        if (dataVersion != version) _data.Corrupt($"version {dataVersion}", $"{version}, as {metadata.Name} has");
        if (hasFooter) CodecFile.CheckFooter(_data);
        _dataEnd = _data.Length - (hasFooter ? CodecFile.FooterLength : 0);

        _columns = new DocValuesMetadataReader(metadata, version, _dataEnd, _docCount).Read(fields);
        if (hasFooter) CodecFile.CheckAtFooter(metadata);
        else if (metadata.Remaining > 0) metadata.Corrupt($"{metadata.Remaining} bytes left", "the end of the file");
    }

    public NumericDocValues Numeric(FieldInfo field) => Numbers(field);

    public BinaryDocValues Binary(FieldInfo field) => Bytes(field);

    public SortedDocValues Sorted(FieldInfo field) => new SortedColumn(_data, Bytes(field), Numbers(field));

    public SortedSetDocValues SortedSet(FieldInfo field)
    {
        var column = _columns[field.Number];
        if (column.OrdIndex is null) return new SingletonSortedSetDocValues(Sorted(field));
        return new SortedSetColumn(_data, Bytes(field), Numbers(field), column.Numbers!.Count, OrdIndex(field));
    }

    /// <summary>The documents with a value; null means all. Shared: not to be changed.</summary>
    public BitSet? DocsWithField(FieldInfo field) =>
        _docsWithField.GetOrAdd(field.Number, static (_, call) => call.files.FindDocsWithField(call.field), (files: this, field));

    private LongValues Numbers(FieldInfo field) =>
        _numbers.GetOrAdd(field.Number, static (number, files) => files.OpenNumbers(files._columns[number].Numbers!), this);

    private LongValues OrdIndex(FieldInfo field) =>
        _ordIndexes.GetOrAdd(field.Number, static (number, files) => files.OpenOrdIndex(files._columns[number].OrdIndex!), this);

    private LongValues Addresses(FieldInfo field) =>
        _addresses.GetOrAdd(field.Number, static (number, files) => files.OpenAddresses(files._columns[number].Bytes!), this);

    private ByteStrings Bytes(FieldInfo field)
    {
        var entry = _columns[field.Number].Bytes!;
        return entry.Encoding switch
        {
            BinaryEncoding.Fixed => new FixedByteStrings(_data, entry),
            BinaryEncoding.Variable => new VariableByteStrings(_data, entry, Addresses(field)),
            _ => new PrefixByteStrings(_data, entry, Addresses(field)),
        };
    }

    private LongValues OpenNumbers(NumericEntry entry)
    {
        if (entry.Encoding == NumericEncoding.Table) return new TableValues(_data, entry.Offset, _dataEnd, entry.Count, entry.Table);
        var blocks = new BlockPackedReader(_data, entry.Offset, _dataEnd, entry.Count, entry.BlockSize);
        return entry.Encoding == NumericEncoding.Gcd ? new GcdValues(blocks, entry.Minimum, entry.Divisor) : blocks;
    }

    private MonotonicBlockPackedReader OpenOrdIndex(NumericEntry entry) =>
        new(_data, entry.Offset, _dataEnd, entry.Count, entry.BlockSize);

    private MonotonicBlockPackedReader OpenAddresses(BinaryEntry entry) =>
        new(_data, entry.AddressesOffset, _dataEnd, entry.AddressCount, entry.BlockSize);

    private BitSet? FindDocsWithField(FieldInfo field)
    {
        var column = _columns[field.Number];
        if (column.Kind == ColumnKind.Sorted) return Collect(Sorted(field), static (values, docId) => values.Ord(docId) >= 0);
        if (column.Kind == ColumnKind.SortedSet) return Collect(SortedSet(field), HasValue);
        var offset = column.Numbers?.MissingOffset ?? column.Bytes!.MissingOffset;
        if (offset == DocValuesFormat.NoneMissing) return null;
        var bytes = _data.Span(offset, (_docCount + 7) / 8);
        var docs = new BitSet(_docCount);
        for (var i = 0; i < bytes.Length; i++) docs.Words[i >> 3] |= (ulong)bytes[i] << 8 * (i & 7);
        if ((_docCount & 63) != 0) docs.Words[^1] &= (1UL << _docCount) - 1;
        return docs;
    }

    private BitSet? Collect<T>(T values, Func<T, int, bool> hasValue)
    {
        var docs = new BitSet(_docCount);
        for (var docId = 0; docId < _docCount; docId++)
        {
            if (hasValue(values, docId)) docs.Set(docId);
        }

        return docs.Count() == _docCount ? null : docs;
    }

    private static bool HasValue(SortedSetDocValues values, int docId)
    {
        values.SetDocument(docId);
        return values.NextOrd() >= 0;
    }
}
