using System.Runtime.InteropServices;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Norms;

/// <summary>Writes the norms of a segment, field by field in any order.</summary>
/// <remarks>
/// One byte each: what Lucene 4.8 chooses for every set of signed bytes, since it asks for the fastest encoding of up to
/// 8 bits. (Lucene.NET, whose norms are unsigned, falls back to a table where one is above 127.)
/// </remarks>
internal sealed class NormsWriter(SegmentOutputs outputs) : IDisposable
{
    private IndexOutput? _data;
    private IndexOutput? _metadata;
    private readonly HashSet<int> _written = [];

    /// <param name="field">A field with norms.</param>
    /// <param name="norms">One a document, 0 for a document without the field.</param>
    public void Add(FieldInfo field, ReadOnlySpan<sbyte> norms)
    {
        if (norms.Length != outputs.DocCount) throw new ArgumentException($"{norms.Length} norms for {outputs.DocCount} documents.", nameof(norms));
        if (!_written.Add(field.Number)) throw new ArgumentException($"Field {field.Name} has its norms already.", nameof(field));
        var (data, metadata) = Files();
        metadata.WriteVInt(field.Number);
        metadata.WriteByte(NormsFormat.Number);
        metadata.WriteInt64(data.Position);
        metadata.WriteByte((byte)NormsEncoding.Uncompressed);
        data.WriteBytes(MemoryMarshal.AsBytes(norms));
    }

    /// <summary>Completes the files. Without norms there are none.</summary>
    public void Finish()
    {
        if (_data is null || _metadata is null) return;
        _metadata.WriteVInt(NormsFormat.EndOfFields);
        CodecFile.WriteFooter(_metadata);
        CodecFile.WriteFooter(_data);
    }

    public void Dispose()
    {
        _metadata?.Dispose();
        _data?.Dispose();
    }

    private (IndexOutput Data, IndexOutput Metadata) Files()
    {
        if (_data is null || _metadata is null)
        {
            _data = outputs.Create("", NormsFormat.DataExtension);
            CodecFile.WriteHeader(_data, NormsFormat.DataCodec, NormsFormat.CurrentVersion);
            _metadata = outputs.Create("", NormsFormat.MetadataExtension);
            CodecFile.WriteHeader(_metadata, NormsFormat.MetadataCodec, NormsFormat.CurrentVersion);
        }

        return (_data, _metadata);
    }
}
