using System.Globalization;
using System.Text;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Norms;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Fixtures;

namespace NewsSearch.Lucene.Tests.Codecs.DocValues;

/// <summary>The columns and norms of a segment of the indexes that Lucene.NET wrote. Its fields are known here, so no field infos are read.</summary>
internal sealed class FixtureSegment : IDisposable
{
    private readonly FileSystemDirectory _directory;
    private readonly SegmentInputs _inputs;

    public FixtureSegment(string index, string name, int docCount)
    {
        Name = name;
        DocCount = docCount;
        _directory = new FileSystemDirectory(LuceneNetFixture.Open(index).IndexPath);
        _inputs = new SegmentInputs(_directory, new SegmentInfo(name, docCount));
        // The last segment is an update of one document with a title, a source and a day.
        var isUpdate = docCount == 1;
        foreach (var (field, number) in new[] { ("title", 1), ("body", 2), ("freqs_only", 13), ("with_offsets", 14), ("vectors", 17) })
        {
            if (!isUpdate || field == "title") Fields.TryAdd(new FieldInfo(field, number) { NormType = DocValuesType.Numeric });
        }

        foreach (var (field, number, type) in Columns)
        {
            if (!isUpdate || number <= 5) Fields.TryAdd(WithColumn(new FieldInfo(field, number) { DocValuesType = type }));
        }

        DocValues = new DocValuesReader(_inputs, Fields);
        Norms = new NormsReader(_inputs, Fields);
    }

    public string Name { get; }

    public int DocCount { get; }

    public FieldInfoSet Fields { get; } = new();

    public DocValuesReader DocValues { get; }

    public NormsReader Norms { get; }

    private static (string, int, DocValuesType)[] Columns { get; } =
    [
        ("source_dv", 4, DocValuesType.Sorted), ("day", 5, DocValuesType.Numeric), ("views", 6, DocValuesType.Numeric),
        ("bin", 15, DocValuesType.Binary), ("sparse", 16, DocValuesType.Numeric), ("tag_dv", 19, DocValuesType.SortedSet),
    ];

    /// <summary>The segments of an index in their order.</summary>
    public static IEnumerable<FixtureSegment> OfIndex(string index) => index switch
    {
        "plain" => [new(index, "_0", 1500), new(index, "_1", 501), new(index, "_2", 1500), new(index, "_3", 499), new(index, "_4", 1)],
        "one-segment" => [new(index, "_3", 3692)],
        _ => throw new ArgumentException($"No files of columns in {index}.", nameof(index)),
    };

    public byte[] ReadFile(string suffixAndExtension) => File.ReadAllBytes(Path.Combine(_directory.Name, Name + suffixAndExtension));

    /// <summary>
    /// Everything that columns and norms say, a line a field and document: segment, [norm,] field number, document, [has a
    /// value,] value; bytes in hexadecimal, the empty value as -.
    /// </summary>
    public void Dump(StringBuilder text)
    {
        foreach (var field in Fields)
        {
            for (var docId = 0; field.HasNorms && docId < DocCount; docId++)
                text.Append(CultureInfo.InvariantCulture, $"{Name} norm {field.Number} {docId} {Norms.Norms(field)!.Get(docId)}\n");
            if (field.DocValuesType == DocValuesType.None) continue;
            var docs = DocValues.DocsWithField(field);
            var describe = Describer(field);
            for (var docId = 0; docId < DocCount; docId++)
                text.Append(CultureInfo.InvariantCulture, $"{Name} {field.Number} {docId} {(docs is null || docs[docId] ? 1 : 0)}{describe(docId)}\n");
        }
    }

    /// <summary>Writes the columns anew, in the order in which Lucene.NET wrote them.</summary>
    public void CopyTo(DocValuesWriter writer)
    {
        // That is the order in which it met the fields: document 0 of the index has a sparse value, and no set of tags.
        var metSparseLast = Name is "_1" or "_2" || DocCount == 499;
        foreach (var field in metSparseLast ? Fields.OrderBy(field => field.Name == "sparse") : Fields.AsEnumerable())
        {
            if (field.DocValuesType == DocValuesType.Numeric) writer.AddNumeric(field, All(DocValues.Numeric(field).Get), DocValues.DocsWithField(field));
            else if (field.DocValuesType == DocValuesType.Binary) CopyBinary(writer, field);
            else if (field.DocValuesType == DocValuesType.Sorted) CopySorted(writer, field);
            else if (field.DocValuesType == DocValuesType.SortedSet) CopySortedSet(writer, field);
        }
    }

    public T[] All<T>(Func<int, T> get) => [.. Enumerable.Range(0, DocCount).Select(get)];

    public void Dispose()
    {
        _inputs.Dispose();
        _directory.Dispose();
    }

    private void CopyBinary(DocValuesWriter writer, FieldInfo field)
    {
        var docs = DocValues.DocsWithField(field);
        var column = DocValues.Binary(field);
        writer.AddBinary(field, All(docId => docs is null || docs[docId] ? column.Get(docId).ToArray() : null));
    }

    private void CopySorted(DocValuesWriter writer, FieldInfo field)
    {
        var column = DocValues.Sorted(field);
        writer.AddSorted(field, [.. Enumerable.Range(0, column.ValueCount).Select(ord => column.Lookup(ord).ToArray())], All(column.Ord));
    }

    private void CopySortedSet(DocValuesWriter writer, FieldInfo field)
    {
        var column = DocValues.SortedSet(field);
        var sets = All(docId => OrdsOf(column, docId));
        writer.AddSortedSet(field, [.. Enumerable.Range(0, (int)column.ValueCount).Select(ord => column.Lookup(ord).ToArray())],
            sets.Select(set => set.Count).ToArray(), sets.SelectMany(set => set).ToArray());
    }

    private Func<int, string> Describer(FieldInfo field)
    {
        switch (field.DocValuesType)
        {
            case DocValuesType.Numeric:
                var numbers = DocValues.Numeric(field);
                return docId => $" {numbers.Get(docId)}";
            case DocValuesType.Binary:
                var bytes = DocValues.Binary(field);
                return docId => $" {Hex(bytes.Get(docId))}";
            case DocValuesType.Sorted:
                var sorted = DocValues.Sorted(field);
                return docId => sorted.Ord(docId) is var ord and >= 0 ? $" {ord} {Hex(sorted.Lookup(ord))}" : " -1";
            default:
                var sets = DocValues.SortedSet(field);
                return docId => string.Concat(OrdsOf(sets, docId).Select(ord => $" {ord} {Hex(sets.Lookup(ord))}"));
        }
    }

    private static List<int> OrdsOf(SortedSetDocValues column, int docId)
    {
        var ords = new List<int>();
        column.SetDocument(docId);
        for (var ord = column.NextOrd(); ord >= 0; ord = column.NextOrd()) ords.Add((int)ord);
        return ords;
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => bytes.IsEmpty ? "-" : Convert.ToHexString(bytes);

    private static FieldInfo WithColumn(FieldInfo field)
    {
        field.Attributes[DocValuesFormat.FormatAttribute] = "Lucene45";
        field.Attributes[DocValuesFormat.SuffixAttribute] = "0";
        return field;
    }
}
