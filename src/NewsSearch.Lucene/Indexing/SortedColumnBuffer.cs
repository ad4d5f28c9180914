using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Indexing;

/// <summary>One of a set of distinct values by document.</summary>
internal sealed class SortedColumnBuffer(FieldInfo info, ByteArena arena) : ColumnBuffer(info)
{
    private readonly BytesHash _values = new(arena);
    private readonly List<int> _ids = [];

    public override long AllocatedBytes => _values.AllocatedBytes + 4L * _ids.Capacity;

    public override void Flush(DocValuesWriter writer, int docCount)
    {
        PadTo(docCount);
        var (values, ordOfId) = SortedValues.Of(_values);
        var ords = new int[docCount];
        for (var docId = 0; docId < docCount; docId++) ords[docId] = _ids[docId] < 0 ? -1 : ordOfId[_ids[docId]];
        writer.AddSorted(Info, values, ords);
    }

    protected override void Append(int docId, StoredValue value)
    {
        var id = _values.Add(SortedValues.Checked(Info, value));
        PadTo(docId);
        _ids.Add(id);
    }

    private void PadTo(int count)
    {
        while (_ids.Count < count) _ids.Add(-1);
    }
}
