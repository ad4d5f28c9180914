using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.StoredFields;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.TermVectors;

/// <summary>The term vectors of a segment. Thread-safe; what it hands out is not.</summary>
internal sealed class TermVectorsReader
{
    private readonly IndexInput _data;
    private readonly StoredFieldsIndex _index;
    private readonly FieldInfoSet _fields;
    private readonly int _docCount;
    private readonly long _end;

    /// <summary>Checks headers and footers; the checksums stay unread.</summary>
    /// <exception cref="CorruptIndexException">A file is missing or broken.</exception>
    public TermVectorsReader(SegmentInputs inputs, FieldInfoSet fields)
    {
        _fields = fields;
        _docCount = inputs.Info.DocCount;
        _data = inputs.Open("", TermVectorsFormat.DataExtension);
        var version = CodecFile.CheckHeader(_data, TermVectorsFormat.DataCodec, TermVectorsFormat.VersionStart, TermVectorsFormat.VersionCurrent);
        var hasFooter = version >= TermVectorsFormat.VersionChecksum;
        if (hasFooter) CodecFile.CheckFooter(_data);
        _end = _data.Length - (hasFooter ? CodecFile.FooterLength : 0);
        var packedVersion = _data.ReadVInt();
        if (packedVersion != TermVectorsFormat.PackedVersion) _data.Corrupt($"packed integers of version {packedVersion}", $"version {TermVectorsFormat.PackedVersion}");
        if (_data.ReadVInt() is var chunkSize and <= 0) _data.Corrupt($"chunks of {chunkSize} bytes", "1 or more");
        var index = inputs.Open("", TermVectorsFormat.IndexExtension);
        CodecFile.CheckHeader(index, TermVectorsFormat.IndexCodec, version, version);
        _index = new StoredFieldsIndex(index, _docCount, _end, hasFooter);
    }

    /// <summary>The vectors of a document in the order of their fields' numbers; none if it has none.</summary>
    /// <param name="docId">From 0 to the segment's document count.</param>
    public IReadOnlyList<TermVector> Read(int docId)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, _docCount);
        var offset = _index.ChunkOffset(docId);
        // The slice begins with the file, so that errors name offsets of the file.
        var input = _data.Slice(0, _end);
        input.Seek(offset);
        var docBase = input.ReadCount("documents before the chunk", _docCount);
        var docsInChunk = input.ReadCount("documents in the chunk", _docCount - docBase);
        var at = docId - docBase;
        if (at < 0 || at >= docsInChunk) input.Corrupt($"a chunk of {docsInChunk} documents from {docBase} on", $"one with document {docId}");
        var chunk = new VectorsChunk(input, _fields, docsInChunk, at);
        return chunk.WantedCount == 0 ? [] : new VectorsDecoder(input, chunk).Decode();
    }
}
