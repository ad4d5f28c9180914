using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Indexing;

/// <summary>Bytes by document.</summary>
internal sealed class BinaryColumnBuffer(FieldInfo info) : ColumnBuffer(info)
{
    private readonly List<byte[]?> _values = [];
    private long _bytes;

    public override long AllocatedBytes => _bytes + 8L * _values.Capacity;

    public override void Flush(DocValuesWriter writer, int docCount)
    {
        PadTo(docCount);
        writer.AddBinary(Info, _values);
    }

    protected override void Append(int docId, StoredValue value)
    {
        var bytes = value.AsBytes();
        PadTo(docId);
        _values.Add(bytes);
        _bytes += bytes.Length;
    }

    private void PadTo(int count)
    {
        while (_values.Count < count) _values.Add(null);
    }
}
