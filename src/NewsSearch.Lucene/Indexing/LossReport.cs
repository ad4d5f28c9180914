using System.Globalization;
using System.Text;
using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Reading.Checking;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing;

/// <summary>Writes down what a repair loses: the segments, and of each document the stored field that names it, as far as it can be read.</summary>
internal sealed class LossReport(IndexDirectory directory, string idField, CancellationToken cancellationToken)
{
    /// <summary>How many lost documents the report names.</summary>
    public long NamedCount { get; private set; }

    /// <summary>Writes the file; it is on disk when this returns.</summary>
    /// <param name="generation">Of the commit to come; the file is named after it.</param>
    /// <param name="newest">What the check says of the newest commit.</param>
    /// <param name="source">What it says of the commit that is repaired: the newest, or an older one.</param>
    /// <param name="dropped">The segments to be left out.</param>
    /// <param name="unreadable">Those of which not even the number of documents is known.</param>
    /// <returns>Its name in the directory.</returns>
    public string Write(
        long generation, IndexCheckReport newest, IndexCheckReport source, List<SegmentCommitInfo> dropped, List<UnreadableSegment> unreadable)
    {
        var file = $"repair_{IndexFileNames.ToBase36(generation)}.txt";
        using (var output = directory.CreateOutput(file))
        {
            WriteHead(output, generation, newest, source);
            foreach (var segment in dropped) WriteSegment(output, ProblemsOf(source, segment.Info.Name), new LostSegment(directory, segment));
            foreach (var segment in unreadable) WriteSegment(output, ProblemsOf(source, segment.Name), new LostSegment(directory, segment));
            output.Flush();
        }

        directory.Sync([file]);
        directory.SyncNames();
        return file;
    }

    private static SegmentCheckReport ProblemsOf(IndexCheckReport source, string segment) => source.Segments.First(report => report.Name == segment);

    private static void WriteHead(IndexOutput output, long generation, IndexCheckReport newest, IndexCheckReport source)
    {
        var now = DateTimeOffset.Now.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        Line(output, $"Repair of {newest.Directory}, {now}: {SegmentInfosFormat.FileName(source.Generation)} becomes {SegmentInfosFormat.FileName(generation)}.");
        for (var commit = newest; commit is not null; commit = commit.Older)
        {
            if (commit.CommitProblem is { } problem) Line(output, $"{SegmentInfosFormat.FileName(commit.Generation)}: {problem}");
        }

        if (source.Generation != newest.Generation)
            Line(output, $"It was given up for the older commit {SegmentInfosFormat.FileName(source.Generation)}. What was committed after that is lost, and is not listed here.");
        Line(output, $"Kept: {source.SoundDocCount} documents in {source.Segments.Count(segment => segment.IsClean)} segments.");
    }

    private void WriteSegment(IndexOutput output, SegmentCheckReport report, LostSegment segment)
    {
        var count = report.IsDocCountKnown ? $"{report.DocCount} documents, {report.DeletedCount} of them deleted" : "an unknown number of documents";
        Line(output, "");
        Line(output, $"Lost: segment {report.Name} with {count}.");
        foreach (var problem in report.Problems) Line(output, "  " + problem);
        Line(output, $"Its documents by their field {idField}, as far as that can be read{(segment.IsTrusted ? "" : " (the file's checksum is wrong: some may be wrong too)")}:");
        foreach (var id in segment.Ids(idField))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (id.Value is not null) NamedCount++;
            Line(output, id.Value ?? id.Reason);
        }
    }

    /// <summary>One line; what stands in a broken index must not make two of it.</summary>
    private static void Line(IndexOutput output, string text) => output.WriteBytes(Encoding.UTF8.GetBytes(text.ReplaceLineEndings(" ") + "\n"));
}
