using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>Merges a column of distinct values: first the values that live documents have, then their ordinals.</summary>
internal sealed class SortedMerger(MergeSource[] sources, int docCount, MergeControl control)
{
    public void Merge(FieldInfo field, DocValuesWriter writer)
    {
        var columns = sources.Select(source => source.Reader.SortedDocValues(field.Name)).ToArray();
        var cursors = columns.Select((column, number) => column is null ? null : FindUsed(number, column)).ToArray();
        var values = DistinctValues.Merge(cursors.OfType<ValuesCursor>(), control);
        var ords = new int[docCount];
        Array.Fill(ords, -1);
        for (var i = 0; i < sources.Length; i++)
        {
            if (columns[i] is { } column) CopyOrds(column, cursors[i]!, sources[i].Docs, ords);
        }

        writer.AddSorted(field, values, ords);
    }

    private ValuesCursor FindUsed(int number, SortedDocValues column)
    {
        var used = new BitSet(column.ValueCount);
        var docs = sources[number].Docs;
        for (var docId = 0; docId < docs.DocCount; docId++)
        {
            control.Step();
            if (docs[docId] >= 0 && column.Ord(docId) is var ord and >= 0) used.Set(ord);
        }

        return new ValuesCursor(number, used, column.Lookup);
    }

    private void CopyOrds(SortedDocValues column, ValuesCursor values, DocMap docs, int[] ords)
    {
        for (var docId = 0; docId < docs.DocCount; docId++)
        {
            control.Step();
            if (docs[docId] is var newId and >= 0 && column.Ord(docId) is var ord and >= 0) ords[newId] = values.NewOrd(ord);
        }
    }
}
