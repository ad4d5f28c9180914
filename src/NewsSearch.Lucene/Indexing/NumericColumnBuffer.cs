using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Indexing;

/// <summary>Integers by document.</summary>
internal sealed class NumericColumnBuffer(FieldInfo info) : ColumnBuffer(info)
{
    private readonly List<int> _docIds = [];
    private readonly List<long> _values = [];

    public override long AllocatedBytes => 4L * _docIds.Capacity + 8L * _values.Capacity;

    public override void Flush(DocValuesWriter writer, int docCount)
    {
        var values = new long[docCount];
        var present = _docIds.Count == docCount ? null : new BitSet(docCount);
        for (var i = 0; i < _docIds.Count; i++)
        {
            values[_docIds[i]] = _values[i];
            present?.Set(_docIds[i]);
        }

        writer.AddNumeric(Info, values, present);
    }

    protected override void Append(int docId, StoredValue value)
    {
        _values.Add(value.AsInt64());
        _docIds.Add(docId);
    }
}
