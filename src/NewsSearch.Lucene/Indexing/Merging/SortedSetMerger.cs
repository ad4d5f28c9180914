using System.Runtime.InteropServices;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>Merges a column of sets of distinct values: first the values that live documents have, then their ordinals.</summary>
internal sealed class SortedSetMerger(MergeSource[] sources, int docCount, MergeControl control)
{
    public void Merge(FieldInfo field, DocValuesWriter writer)
    {
        var columns = sources.Select(source => source.Reader.SortedSetDocValues(field.Name)).ToArray();
        var cursors = columns.Select((column, number) => column is null ? null : FindUsed(number, column)).ToArray();
        var values = DistinctValues.Merge(cursors.OfType<ValuesCursor>(), control);
        var counts = new int[docCount];
        // Segments come in the order of their new numbers, so the ordinals do as well.
        var ords = new List<int>();
        for (var i = 0; i < sources.Length; i++)
        {
            if (columns[i] is { } column) CopyOrds(column, cursors[i]!, sources[i].Docs, counts, ords);
        }

        writer.AddSortedSet(field, values, counts, CollectionsMarshal.AsSpan(ords));
    }

    private ValuesCursor FindUsed(int number, SortedSetDocValues column)
    {
        // An ordinal per value fits an array in every segment that an engine wrote; more is refused by the cast.
        var used = new BitSet(checked((int)column.ValueCount));
        var docs = sources[number].Docs;
        for (var docId = 0; docId < docs.DocCount; docId++)
        {
            control.Step();
            if (docs[docId] < 0) continue;
            column.SetDocument(docId);
            while (column.NextOrd() is var ord and >= 0) used.Set((int)ord);
        }

        return new ValuesCursor(number, used, ord => column.Lookup(ord));
    }

    private void CopyOrds(SortedSetDocValues column, ValuesCursor values, DocMap docs, int[] counts, List<int> ords)
    {
        for (var docId = 0; docId < docs.DocCount; docId++)
        {
            control.Step();
            if (docs[docId] is not (var newId and >= 0)) continue;
            column.SetDocument(docId);
            while (column.NextOrd() is var ord and >= 0)
            {
                // The order of the values is the same here and there, so ordinals stay ascending.
                ords.Add(values.NewOrd((int)ord));
                counts[newId]++;
            }
        }
    }
}
