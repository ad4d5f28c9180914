using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Reading.Checking;

/// <summary>Checks one segment and collects what is wrong with it.</summary>
internal sealed class SegmentCheck(IndexDirectory directory, SegmentCommitInfo segment, CancellationToken cancellationToken)
{
    /// <summary>After that many problems the rest would only repeat them.</summary>
    private const int MaxProblems = 20;

    private readonly List<string> _problems = [];
    private long _bytes;

    public SegmentCheckReport Run()
    {
        foreach (var file in segment.Info.Files) Attempt(file, () => CheckChecksum(file));
        var terms = new TermsCheck(_problems.Add, cancellationToken);
        // Structures are read only where every byte is as it was written: a broken one would be reported over and over.
        if (_problems.Count == 0) Attempt(segment.Info.Name, () => CheckStructures(terms));
        return new SegmentCheckReport(
            segment.Info.Name, segment.Info.DocCount, segment.DeletedCount, _bytes, terms.TermCount, terms.PostingCount, [.. _problems.Take(MaxProblems)]);
    }

    private void CheckChecksum(string file)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var memory = directory.OpenFile(file);
        _bytes += memory.Length;
        CodecFile.VerifyChecksum(new IndexInput(memory));
    }

    private void CheckStructures(TermsCheck terms)
    {
        using var reader = SegmentReader.Open(directory, segment, docBase: 0);
        if (reader.LiveDocs is { } liveDocs && liveDocs.Count() != reader.NumDocs)
            _problems.Add($"{liveDocs.Count()} documents are marked as live, but the commit says {reader.NumDocs}.");
        foreach (var field in reader.Fields)
        {
            Attempt(field.Name, () => terms.Check(reader, field));
            Attempt(field.Name, () => ColumnsCheck.Check(reader, field, _problems.Add, cancellationToken));
        }

        Attempt("stored fields", () => CheckStoredFields(reader));
    }

    private void CheckStoredFields(SegmentReader reader)
    {
        for (var docId = 0; docId < reader.MaxDoc; docId++)
        {
            if ((docId & 0xFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            reader.Document(docId);
        }
    }

    private void Attempt(string what, Action check)
    {
        if (_problems.Count >= MaxProblems) return;
        try
        {
            check();
        }
        catch (Exception error) when (error is IOException or NotSupportedException)
        {
            _problems.Add($"{what}: {error.Message}");
        }
    }
}
