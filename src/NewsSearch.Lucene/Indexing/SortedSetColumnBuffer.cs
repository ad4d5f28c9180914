using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Indexing;

/// <summary>Any number of a set of distinct values by document.</summary>
internal sealed class SortedSetColumnBuffer(FieldInfo info, ByteArena arena) : ColumnBuffer(info)
{
    private readonly BytesHash _values = new(arena);
    private readonly List<int> _docIds = [];
    private readonly List<int> _ids = [];

    public override long AllocatedBytes => _values.AllocatedBytes + 4L * (_docIds.Capacity + _ids.Capacity);

    protected override bool AllowsSeveralValues => true;

    public override void Flush(DocValuesWriter writer, int docCount)
    {
        var (values, ordOfId) = SortedValues.Of(_values);
        var counts = new int[docCount];
        var ords = new List<int>(_ids.Count);
        for (var i = 0; i < _ids.Count;)
        {
            var docId = _docIds[i];
            var ofDocument = new SortedSet<int>();
            while (i < _ids.Count && _docIds[i] == docId) ofDocument.Add(ordOfId[_ids[i++]]);
            counts[docId] = ofDocument.Count;
            ords.AddRange(ofDocument);
        }

        writer.AddSortedSet(Info, values, counts, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ords));
    }

    protected override void Append(int docId, StoredValue value)
    {
        _ids.Add(_values.Add(SortedValues.Checked(Info, value)));
        _docIds.Add(docId);
    }
}
