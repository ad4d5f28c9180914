using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Reading.Checking;

/// <summary>
/// Reads the norms and the column of a field for every document, and compares the column with the set of documents that
/// are said to have a value in it.
/// </summary>
internal sealed class ColumnsCheck(SegmentReader reader, FieldInfo field, Action<string> report, CancellationToken cancellationToken)
{
    private const int Window = 1 << 12;

    private BitSet? _docs;

    public void Check()
    {
        CheckNorms();
        if (field.DocValuesType == DocValuesType.None) return;
        _docs = reader.DocsWithField(field.Name);
        switch (field.DocValuesType)
        {
            case DocValuesType.Numeric:
                var numbers = reader.NumericDocValues(field.Name)!;
                ForEachDocument(docId => HasValue(docId) || numbers.Get(docId) == 0);
                break;
            case DocValuesType.Binary:
                var bytes = reader.BinaryDocValues(field.Name)!;
                ForEachDocument(docId => bytes.Get(docId).IsEmpty || HasValue(docId));
                break;
            case DocValuesType.Sorted:
                var sorted = reader.SortedDocValues(field.Name)!;
                CheckOrder(sorted.ValueCount, ord => sorted.Lookup((int)ord));
                ForEachDocument(docId => sorted.Ord(docId) is var ord && ord >= -1 && ord < sorted.ValueCount && ord >= 0 == HasValue(docId));
                break;
            default:
                CheckSortedSet();
                break;
        }
    }

    private void CheckNorms()
    {
        if (!field.HasNorms) return;
        if (reader.Norms(field.Name) is not { } norms) report($"Field {field.Name} has no norms, but the field infos say that it has.");
        else ForEachDocument(docId => norms.Get(docId) is >= sbyte.MinValue and <= sbyte.MaxValue);
    }

    private void CheckSortedSet()
    {
        var column = reader.SortedSetDocValues(field.Name)!;
        CheckOrder(column.ValueCount, column.Lookup);
        ForEachDocument(docId =>
        {
            column.SetDocument(docId);
            var last = -1L;
            while (column.NextOrd() is var ord && ord >= 0)
            {
                if (ord <= last || ord >= column.ValueCount) return false;
                last = ord;
            }

            return last >= 0 == HasValue(docId);
        });
    }

    private bool HasValue(int docId) => _docs is null || _docs[docId];

    private void ForEachDocument(Predicate<int> isSound)
    {
        for (var docId = 0; docId < reader.MaxDoc; docId++)
        {
            if (docId % Window == 0) cancellationToken.ThrowIfCancellationRequested();
            if (isSound(docId)) continue;
            report($"Column {field.Name}, document {docId}: its values are out of order or range, or do not agree with the set of documents that have one.");
            return;
        }
    }

    private delegate ReadOnlySpan<byte> LookUp(long ord);

    private void CheckOrder(long count, LookUp lookUp)
    {
        byte[] previous = [];
        var length = 0;
        for (var ord = 0L; ord < count; ord++)
        {
            if (ord % Window == 0) cancellationToken.ThrowIfCancellationRequested();
            var value = lookUp(ord);
            if (ord > 0 && previous.AsSpan(0, length).SequenceCompareTo(value) >= 0)
            {
                report($"Column {field.Name}: value {ord} does not stand in order.");
                return;
            }

            length = value.Length;
            if (previous.Length < length) previous = new byte[Math.Max(length, 2 * previous.Length)];
            value.CopyTo(previous);
        }
    }
}
