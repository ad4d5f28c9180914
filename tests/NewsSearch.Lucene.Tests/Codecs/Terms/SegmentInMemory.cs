using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Codecs.Terms;

/// <summary>Terms and postings of a segment _0 in memory, written by <see cref="TermsWriter"/>.</summary>
internal sealed class SegmentInMemory(int docCount)
{
    public const string FileSuffix = "Lucene41_0";

    public MemoryDirectory Directory { get; } = new();

    public FieldInfoSet Fields { get; } = new();

    /// <summary>Whether documents are written at once, as can be done without offsets.</summary>
    public bool AddsWholeDocuments { get; init; }

    /// <summary>A segment of one field named "f".</summary>
    public static SegmentInMemory Of(IndexOptions options, int docCount, IEnumerable<ModelTerm> terms)
    {
        var segment = new SegmentInMemory(docCount);
        segment.Write(new SortedDictionary<string, (IndexOptions, IEnumerable<ModelTerm>)>(StringComparer.Ordinal) { ["f"] = (options, terms) });
        return segment;
    }

    public void Write(SortedDictionary<string, (IndexOptions Options, IEnumerable<ModelTerm> Terms)> fields)
    {
        foreach (var (name, content) in fields) Fields.TryAdd(new FieldInfo(name, Fields.Count) { IndexOptions = content.Options });
        using var writer = new TermsWriter(new SegmentOutputs(Directory, "_0", docCount), Fields);
        foreach (var (name, content) in fields)
        {
            writer.StartField(Fields.Find(name)!);
            foreach (var term in content.Terms) Write(term, content.Options, writer);
            writer.FinishField();
        }

        writer.Finish();
    }

    /// <summary>Opens the segment's terms; the files stay in memory, so nothing has to be closed.</summary>
    public TermsReader Open() => new(new SegmentInputs(Directory, new SegmentInfo("_0", docCount)), Fields);

    public Lucene.Codecs.Terms.Terms OpenField(string name = "f") => Open().Terms(name)!;

    public byte[] ReadFile(string extension) => Directory.ReadFile($"_0_{FileSuffix}.{extension}");

    public void WriteFile(string extension, byte[] bytes) => Directory.WriteFile($"_0_{FileSuffix}.{extension}", bytes);

    private void Write(ModelTerm term, IndexOptions options, TermsWriter writer)
    {
        writer.StartTerm();
        foreach (var posting in term.Postings)
        {
            if (AddsWholeDocuments)
            {
                writer.AddDocument(posting.DocId, posting.Freq, [.. posting.Occurrences.Select(occurrence => occurrence.Position)]);
                continue;
            }

            writer.StartDocument(posting.DocId, posting.Freq);
            if (options >= IndexOptions.DocsFreqsAndPositions)
            {
                foreach (var (position, start, end) in posting.Occurrences) writer.AddPosition(position, start, end);
            }

            writer.FinishDocument();
        }

        writer.FinishTerm(term.Bytes);
    }
}
