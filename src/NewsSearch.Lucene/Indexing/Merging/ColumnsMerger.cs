using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>Merges columns, one after the other; each is held in memory as a whole.</summary>
internal sealed class ColumnsMerger(MergeSource[] sources, int docCount, DocValuesWriter writer, MergeControl control)
{
    public void Merge(FieldInfo field)
    {
        switch (field.DocValuesType)
        {
            case DocValuesType.Numeric:
                MergeNumeric(field);
                break;
            case DocValuesType.Binary:
                MergeBinary(field);
                break;
            case DocValuesType.Sorted:
                new SortedMerger(sources, docCount, control).Merge(field, writer);
                break;
            case DocValuesType.SortedSet:
                new SortedSetMerger(sources, docCount, control).Merge(field, writer);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(field), field.DocValuesType, "The field has no column.");
        }
    }

    private void MergeNumeric(FieldInfo field)
    {
        var values = new long[docCount];
        var present = new BitSet(docCount);
        foreach (var (reader, docs) in sources)
        {
            if (reader.NumericDocValues(field.Name) is not { } column) continue;
            var withField = reader.DocsWithField(field.Name);
            ForEachWithValue(docs, withField, (docId, newId) =>
            {
                values[newId] = column.Get(docId);
                present.Set(newId);
            });
        }

        writer.AddNumeric(field, values, present);
    }

    private void MergeBinary(FieldInfo field)
    {
        var values = new byte[]?[docCount];
        foreach (var (reader, docs) in sources)
        {
            if (reader.BinaryDocValues(field.Name) is not { } column) continue;
            var withField = reader.DocsWithField(field.Name);
            ForEachWithValue(docs, withField, (docId, newId) => values[newId] = column.Get(docId).ToArray());
        }

        writer.AddBinary(field, values);
    }

    private void ForEachWithValue(DocMap docs, BitSet? withField, Action<int, int> copy)
    {
        for (var docId = 0; docId < docs.DocCount; docId++)
        {
            control.Step();
            if (docs[docId] is var newId and >= 0 && withField?[docId] != false) copy(docId, newId);
        }
    }
}
