using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Reading.Checking;

/// <summary>Reads the norms and the column of a field for every document.</summary>
internal static class ColumnsCheck
{
    public static void Check(SegmentReader reader, FieldInfo field, Action<string> report, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (reader.Norms(field.Name) is { } norms)
            for (var docId = 0; docId < reader.MaxDoc; docId++) norms.Get(docId);
        switch (field.DocValuesType)
        {
            case DocValuesType.Numeric:
                var numbers = reader.NumericDocValues(field.Name)!;
                for (var docId = 0; docId < reader.MaxDoc; docId++) numbers.Get(docId);
                break;
            case DocValuesType.Binary:
                var bytes = reader.BinaryDocValues(field.Name)!;
                for (var docId = 0; docId < reader.MaxDoc; docId++) bytes.Get(docId);
                break;
            case DocValuesType.Sorted:
                CheckSorted(reader, field, report);
                break;
            case DocValuesType.SortedSet:
                CheckSortedSet(reader, field, report);
                break;
        }
    }

    private static void CheckSorted(SegmentReader reader, FieldInfo field, Action<string> report)
    {
        var column = reader.SortedDocValues(field.Name)!;
        CheckOrder(field, column.ValueCount, ord => column.Lookup((int)ord).ToArray(), report);
        for (var docId = 0; docId < reader.MaxDoc; docId++)
        {
            var ord = column.Ord(docId);
            if (ord >= -1 && ord < column.ValueCount) continue;
            report($"Column {field.Name}, document {docId}: ordinal {ord} of {column.ValueCount} values.");
            return;
        }
    }

    private static void CheckSortedSet(SegmentReader reader, FieldInfo field, Action<string> report)
    {
        var column = reader.SortedSetDocValues(field.Name)!;
        CheckOrder(field, column.ValueCount, ord => column.Lookup(ord).ToArray(), report);
        for (var docId = 0; docId < reader.MaxDoc; docId++)
        {
            column.SetDocument(docId);
            var last = -1L;
            while (column.NextOrd() is var ord && ord >= 0)
            {
                if (ord <= last || ord >= column.ValueCount)
                {
                    report($"Column {field.Name}, document {docId}: ordinal {ord} after {last}, of {column.ValueCount} values.");
                    return;
                }

                last = ord;
            }
        }
    }

    private static void CheckOrder(FieldInfo field, long count, Func<long, byte[]> lookup, Action<string> report)
    {
        byte[]? previous = null;
        for (var ord = 0L; ord < count; ord++)
        {
            var value = lookup(ord);
            if (previous is not null && previous.AsSpan().SequenceCompareTo(value) >= 0)
            {
                report($"Column {field.Name}: value {ord} does not stand in order.");
                return;
            }

            previous = value;
        }
    }
}
