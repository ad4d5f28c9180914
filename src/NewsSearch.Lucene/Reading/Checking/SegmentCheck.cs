using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Reading.Checking;

/// <summary>Checks one segment and collects what is wrong with it.</summary>
/// <param name="directory">Where it lies.</param>
/// <param name="segment">As the commit lists it.</param>
/// <param name="tell">Takes the segment and what is being read of it.</param>
/// <param name="cancellationToken">Ends the check.</param>
internal sealed class SegmentCheck(IndexDirectory directory, SegmentCommitInfo segment, Action<string, string> tell, CancellationToken cancellationToken)
{
    /// <summary>After that many problems the rest would only repeat them.</summary>
    private const int MaxProblems = 20;

    private readonly List<string> _problems = [];
    private readonly List<string> _brokenFiles = [];
    private bool _isUnsupported;
    private int _files;
    private long _bytes;

    public SegmentCheckReport Run()
    {
        foreach (var file in segment.AllFiles().Distinct()) CheckFile(file);
        var terms = new TermsCheck(Report, cancellationToken);
        // Structures are read only where every byte is as it was written: a broken one would be reported over and over.
        if (_problems.Count == 0) Attempt(segment.Info.Name, () => CheckStructures(terms));
        return new SegmentCheckReport
        {
            Name = segment.Info.Name,
            DocCount = segment.Info.DocCount,
            DeletedCount = segment.DeletedCount,
            FileCount = _files,
            Bytes = _bytes,
            TermCount = terms.TermCount,
            PostingCount = terms.PostingCount,
            BrokenFiles = _brokenFiles,
            Problems = [.. _problems.Take(MaxProblems)],
            IsUnsupported = _isUnsupported,
        };
    }

    private void CheckFile(string file)
    {
        cancellationToken.ThrowIfCancellationRequested();
        tell(segment.Info.Name, file);
        try
        {
            using var memory = directory.OpenFile(file);
            _files++;
            _bytes += memory.Length;
            CodecFile.VerifyChecksum(new IndexInput(memory), cancellationToken);
        }
        catch (FileNotFoundException)
        {
            Break(file, "the segment lists it, but there is no such file.");
        }
        catch (IOException error)
        {
            Break(file, error.Message);
        }
    }

    private void Break(string file, string problem)
    {
        _brokenFiles.Add(file);
        Report($"{file}: {problem}");
    }

    private void CheckStructures(TermsCheck terms)
    {
        using var reader = SegmentReader.Open(directory, segment, docBase: 0);
        tell(segment.Info.Name, "stored fields");
        Attempt("stored fields", () => CheckStoredFields(reader));
        // Everything below takes memory for each document, so their number must have proved true.
        if (_problems.Count > 0) return;
        if (reader.LiveDocs is { } liveDocs && liveDocs.Count() != reader.NumDocs)
            Report($"{liveDocs.Count()} documents are marked as live, but the commit says {reader.NumDocs}.");
        foreach (var field in reader.Fields)
        {
            tell(segment.Info.Name, "field " + field.Name);
            Attempt(field.Name, () => terms.Check(reader, field));
            Attempt(field.Name, () => new ColumnsCheck(reader, field, Report, cancellationToken).Check());
        }

        tell(segment.Info.Name, "term vectors");
        Attempt("term vectors", () => new VectorsCheck(reader, Report, cancellationToken).Check());
    }

    private void CheckStoredFields(SegmentReader reader)
    {
        for (var docId = 0; docId < reader.MaxDoc; docId++)
        {
            if ((docId & 0xFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            reader.Document(docId);
        }
    }

    private void Report(string problem)
    {
        if (_problems.Count < MaxProblems) _problems.Add(problem);
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
            // The bytes are as they were written, so a format we don't know is no damage.
            if (_problems.Count == 0) _isUnsupported = error is NotSupportedException or IndexFormatTooNewException or IndexFormatTooOldException;
            Report($"{what}: {error.Message}");
        }
    }
}
