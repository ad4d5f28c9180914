using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.LiveDocs;
using NewsSearch.Lucene.Codecs.Norms;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.StoredFields;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing;

/// <summary>Documents on their way into one segment: inverted in memory, their stored fields already on disk.</summary>
internal sealed class SegmentBuffer : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly Analyzer _analyzer;
    private readonly string _segment;
    private readonly ByteArena _arena = new();
    private readonly FieldInfoSet _fields = new();
    private readonly Dictionary<string, BufferedField> _byName = [];
    private readonly List<InvertedField> _ofThisDocument = [];
    private readonly SegmentOutputs _storedOutputs;
    private readonly StoredFieldsWriter _stored;
    private readonly List<int> _deleted = [];

    public SegmentBuffer(IndexDirectory directory, Analyzer analyzer, string segment)
    {
        _directory = directory;
        _analyzer = analyzer;
        _segment = segment;
        _storedOutputs = new SegmentOutputs(directory, segment, 0);
        _stored = new StoredFieldsWriter(_storedOutputs);
    }

    /// <summary>Documents so far, failed ones included.</summary>
    public int DocCount { get; private set; }

    /// <summary>Memory held, in bytes.</summary>
    public long AllocatedBytes
    {
        get
        {
            var bytes = _arena.AllocatedBytes + _stored.BufferedBytes;
            foreach (var buffered in _byName.Values) bytes += buffered.AllocatedBytes;
            return bytes;
        }
    }

    /// <summary>Adds a document. One that fails midway leaves its number behind as deleted.</summary>
    /// <exception cref="ArgumentException">The document can't be indexed; the message names the field.</exception>
    public void Add(Document document)
    {
        var docId = DocCount++;
        _ofThisDocument.Clear();
        _stored.StartDocument();
        var isComplete = false;
        try
        {
            foreach (var field in document) Add(docId, field);
            foreach (var inverted in _ofThisDocument) inverted.FinishDocument();
            isComplete = true;
        }
        finally
        {
            if (!isComplete) _deleted.Add(docId);
            _stored.FinishDocument();
        }
    }

    /// <summary>Marks the documents with the term, of those added before the limit, as deleted.</summary>
    public void Delete(string field, ReadOnlySpan<byte> term, int docIdLimit)
    {
        if (_byName.TryGetValue(field, out var buffered)) buffered.Inverted?.ForEachDocument(term, docIdLimit, _deleted.Add);
    }

    /// <summary>Writes the segment; the buffer is of no more use then.</summary>
    /// <returns>The segment, or null if none of its documents is left.</returns>
    public SegmentCommitInfo? Flush()
    {
        _stored.Finish();
        _stored.Dispose();
        var liveDocs = FindLiveDocs();
        var liveCount = liveDocs.Count();
        if (liveCount == 0) return Discard();

        var outputs = new SegmentOutputs(_directory, _segment, DocCount);
        FlushTerms(outputs);
        FlushNorms(outputs);
        FlushColumns(outputs);
        FieldInfosWriter.Write(outputs, _fields);
        var info = new SegmentInfo(_segment, DocCount)
        {
            Diagnostics = SegmentDiagnostics.Of("flush"),
            Files = [.. _storedOutputs.Files, .. outputs.Files, IndexFileNames.OfSegment(_segment, "", "si")],
        };
        SegmentInfoWriter.Write(_directory, info);
        var commit = new SegmentCommitInfo(info);
        if (liveCount < DocCount)
        {
            commit.DeletionGeneration = 1;
            commit.DeletedCount = DocCount - liveCount;
            LiveDocsWriter.Write(_directory, commit, liveDocs);
        }

        return commit;
    }

    public void Dispose()
    {
        _stored.Dispose();
        _arena.Dispose();
    }

    private SegmentCommitInfo? Discard()
    {
        foreach (var file in _storedOutputs.Files) _directory.DeleteFile(file);
        return null;
    }

    private BitSet FindLiveDocs()
    {
        var liveDocs = new BitSet(DocCount);
        liveDocs.SetAll();
        foreach (var docId in _deleted) liveDocs.Clear(docId);
        return liveDocs;
    }

    private void Add(int docId, Field field)
    {
        if (!_byName.TryGetValue(field.Name, out var buffered))
        {
            buffered = new BufferedField(_fields, field.Name, _analyzer);
            _byName.Add(field.Name, buffered);
        }

        buffered.Admit(field.Value, field.Options, _arena);
        if (field.Options.IndexOptions != IndexOptions.None)
        {
            var inverted = buffered.Inverted!;
            if (!_ofThisDocument.Contains(inverted)) _ofThisDocument.Add(inverted);
            if (field.Options.IsTokenized) inverted.AddText(docId, field.Value.AsText(), buffered.Stream, _analyzer);
            else inverted.AddKeyword(docId, field.Value.AsText());
        }

        if (field.Options.DocValuesType != DocValuesType.None) buffered.Column!.Add(docId, field.Value);
        if (field.Options.IsStored) _stored.Add(buffered.Info, field.Value);
    }

    private void FlushTerms(SegmentOutputs outputs)
    {
        var inverted = _byName.Values.Where(field => field.Inverted is not null)
            .Select(field => field.Inverted!).OrderBy(field => field.Info.Name, StringComparer.Ordinal).ToList();
        if (inverted.Count == 0) return;
        using var writer = new TermsWriter(outputs, _fields);
        foreach (var field in inverted) field.Flush(writer);
        writer.Finish();
    }

    private void FlushNorms(SegmentOutputs outputs)
    {
        var withNorms = _fields.Where(field => _byName[field.Name].Inverted is { HasNorms: true }).ToList();
        if (withNorms.Count == 0) return;
        using var writer = new NormsWriter(outputs);
        foreach (var field in withNorms)
        {
            field.NormType = DocValuesType.Numeric;
            writer.Add(field, _byName[field.Name].Inverted!.Norms(DocCount));
        }

        writer.Finish();
    }

    private void FlushColumns(SegmentOutputs outputs)
    {
        var withColumn = _fields.Where(field => _byName[field.Name].Column is not null).ToList();
        if (withColumn.Count == 0) return;
        using var writer = new DocValuesWriter(outputs);
        foreach (var field in withColumn) _byName[field.Name].Column!.Flush(writer, DocCount);
        writer.Finish();
    }
}
