using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Norms;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.StoredFields;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>
/// Merges segments into a new one. Deleted documents are left out; the others keep their order, those of one segment
/// after those of the other.
/// </summary>
/// <remarks>
/// The readers stay open and unchanged, searches may go on with them, if with files that they have to read anew (<see cref="SourcePages"/>).
/// Memory: one column or the norms of one field of the new segment, a chunk of stored fields, and an integer for each document of a segment with deletions.
/// </remarks>
internal sealed class SegmentMerger(IndexDirectory directory, string newSegment, IReadOnlyList<SegmentReader> readers, MergeControl control)
{
    /// <summary>Whether a segment can be merged at all; a merge policy is to leave others alone.</summary>
    /// <param name="reason">Why not; null if it can.</param>
    public static bool CanMerge(SegmentReader reader, out string? reason)
    {
        foreach (var field in reader.Fields)
        {
            var lost = field.HasVectors ? "term vectors" : field.HasPayloads ? "payloads" : null;
            if (lost is null) continue;
            reason = $"Segment {reader.Segment.Info.Name} can't be merged: field {field.Name} has {lost}, which this engine does not write and must not lose.";
            return false;
        }

        reason = null;
        return true;
    }

    /// <summary>Whether the segments can be merged with each other.</summary>
    /// <param name="reason">Why not; null if they can.</param>
    public static bool CanMerge(IReadOnlyList<SegmentReader> readers, out string? reason)
    {
        foreach (var reader in readers)
            if (!CanMerge(reader, out reason)) return false;
        try
        {
            MergedFields.Unite(readers);
        }
        catch (NotSupportedException error)
        {
            reason = error.Message;
            return false;
        }

        reason = null;
        return true;
    }

    /// <summary>Writes the new segment. If it fails, whatever the cause, the new files are removed.</summary>
    /// <exception cref="NotSupportedException">Something would be lost; see <see cref="CanMerge(IReadOnlyList{SegmentReader}, out string?)"/>.</exception>
    /// <exception cref="CorruptIndexException">A file of a merged segment is not as it was written.</exception>
    /// <exception cref="IOException">The new files can't be written, because the disk is full for example.</exception>
    /// <exception cref="OperationCanceledException">The control said to stop.</exception>
    public MergedSegment Merge()
    {
        foreach (var reader in readers)
            if (!CanMerge(reader, out var reason)) throw new NotSupportedException(reason);
        var fields = MergedFields.Unite(readers);
        var sources = MergeSource.Number(readers);
        DocMap[] docMaps = [.. sources.Select(source => source.Docs)];
        var docCount = docMaps.Sum(docs => docs.LiveCount);
        if (docCount == 0) return new MergedSegment(null, docMaps);
        // A flipped bit must not be copied into a file whose checksum then says that all is well.
        foreach (var reader in readers) reader.CheckIntegrity(control.CancellationToken);
        try
        {
            return new MergedSegment(Write(sources, fields, docCount), docMaps);
        }
        catch (Exception error)
        {
            IndexFiles.DeleteSegment(directory, newSegment);
            if (error is not IOException || error is CorruptIndexException) throw;
            throw new IOException($"Merging {string.Join(", ", readers.Select(reader => reader.Segment.Info.Name))} into {newSegment} in {directory.Name} failed: {error.Message}", error);
        }
    }

    private SegmentCommitInfo Write(MergeSource[] sources, FieldInfoSet fields, int docCount)
    {
        var pages = new SourcePages(readers);
        var outputs = new SegmentOutputs(directory, newSegment, docCount, written =>
        {
            pages.CountWritten(written);
            control.CountBytes(written);
        });
        WriteStoredFields(sources, fields, outputs);
        WriteTerms(sources, fields, outputs);
        WriteNorms(sources, fields, outputs);
        WriteColumns(sources, fields, outputs);
        FieldInfosWriter.Write(outputs, fields);
        var info = new SegmentInfo(newSegment, docCount)
        {
            Diagnostics = new(SegmentDiagnostics.Of("merge")) { ["mergeFactor"] = $"{sources.Length}" },
            Files = [.. outputs.Files, IndexFileNames.OfSegment(newSegment, "", SegmentInfoFormat.Extension)],
        };
        control.CancellationToken.ThrowIfCancellationRequested();
        SegmentInfoWriter.Write(directory, info);
        return new SegmentCommitInfo(info);
    }

    private void WriteStoredFields(MergeSource[] sources, FieldInfoSet fields, SegmentOutputs outputs)
    {
        using var writer = new StoredFieldsWriter(outputs);
        foreach (var (reader, docs) in sources)
        {
            using var cursor = reader.StoredFields();
            CopyStoredFields(cursor, docs, MergedFields.NewNumbers(fields, reader.Fields), writer);
        }

        writer.Finish();
    }

    private void CopyStoredFields(StoredFieldsCursor cursor, DocMap docs, IReadOnlyDictionary<int, int>? newNumbers, StoredFieldsWriter writer)
    {
        while (true)
        {
            if (newNumbers is null && cursor.CopyChunkTo(writer, docs.AreAllLive) is var copied and > 0)
            {
                control.CountDocuments(copied);
                continue;
            }

            if (!cursor.MoveNext()) break;
            control.Step();
            if (docs[cursor.DocId] < 0) continue;
            writer.StartDocument();
            cursor.CopyTo(writer, newNumbers);
            writer.FinishDocument();
            control.CountDocuments(1);
        }
    }

    private void WriteTerms(MergeSource[] sources, FieldInfoSet fields, SegmentOutputs outputs)
    {
        using var writer = new TermsWriter(outputs, fields);
        var merger = new TermsMerger(sources, writer, control);
        foreach (var field in fields.Where(field => field.IsIndexed).OrderBy(field => field.Name, StringComparer.Ordinal)) merger.Merge(field);
        writer.Finish();
    }

    private void WriteNorms(MergeSource[] sources, FieldInfoSet fields, SegmentOutputs outputs)
    {
        using var writer = new NormsWriter(outputs);
        foreach (var field in fields.Where(field => field.HasNorms))
        {
            var norms = new sbyte[outputs.DocCount];
            foreach (var (reader, docs) in sources)
            {
                if (reader.Norms(field.Name) is { } values) CopyNorms(values, docs, norms);
            }

            writer.Add(field, norms);
        }

        writer.Finish();
    }

    private void CopyNorms(NumericDocValues values, DocMap docs, sbyte[] norms)
    {
        for (var docId = 0; docId < docs.DocCount; docId++)
        {
            control.Step();
            if (docs[docId] is var newId and >= 0) norms[newId] = (sbyte)values.Get(docId);
        }
    }

    private void WriteColumns(MergeSource[] sources, FieldInfoSet fields, SegmentOutputs outputs)
    {
        using var writer = new DocValuesWriter(outputs);
        var merger = new ColumnsMerger(sources, outputs.DocCount, writer, control);
        foreach (var field in fields.Where(field => field.DocValuesType != DocValuesType.None)) merger.Merge(field);
        writer.Finish();
    }
}
