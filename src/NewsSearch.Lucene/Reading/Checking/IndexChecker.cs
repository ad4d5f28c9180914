using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Reading.Checking;

/// <summary>Reads every byte of an index: the checksums of all files, then every structure against what it says of itself.</summary>
/// <remarks>
/// Takes time in proportion to the index, memory in proportion to the documents of its largest segment (a few bits each), and
/// changes nothing.
/// </remarks>
public static class IndexChecker
{
    /// <summary>Checks the newest commit; where that can't be read, also the newest older one that can.</summary>
    /// <exception cref="IndexNotFoundException">The directory holds no index.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IndexCheckReport Check(
        IndexDirectory directory, IProgress<IndexCheckProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var generation = SegmentInfosReader.LatestGeneration(directory);
            if (generation < 0) SegmentInfosReader.ReadLatest(directory);
            var report = Check(directory, generation, progress, cancellationToken);
            // A writer may have finished a newer commit meanwhile and removed files of this one.
            if (report.IsClean || SegmentInfosReader.LatestGeneration(directory) <= generation) return report;
        }
    }

    /// <summary>The files of an index that are not among those in use.</summary>
    internal static List<string> FindLeftovers(IndexDirectory directory, SegmentInfos commit, IEnumerable<UnreadableSegment> unreadable)
    {
        var used = commit.Segments.SelectMany(segment => segment.AllFiles()).ToHashSet();
        used.Add(SegmentInfosFormat.FileName(commit.Generation));
        var unknown = unreadable.Select(segment => segment.Name).ToList();
        return [.. directory.ListAll().Where(file => !used.Contains(file) && IsOfIndex(file) && !unknown.Exists(segment => IndexFileNames.IsFileOfSegment(segment, file)))];
    }

    private static IndexCheckReport Check(
        IndexDirectory directory, long generation, IProgress<IndexCheckProgress>? progress, CancellationToken cancellationToken)
    {
        var unreadable = new List<UnreadableSegment>();
        SegmentInfos commit;
        try
        {
            commit = SegmentInfosReader.ReadReadable(directory, generation, unreadable);
        }
        catch (IOException error)
        {
            var older = SegmentInfosReader.LatestGeneration(directory, generation);
            return new IndexCheckReport(
                directory.Name, generation, error.Message, [], [], older < 0 ? null : Check(directory, older, progress, cancellationToken))
            {
                IsReadable = false,
                IsCommitUnsupported = IsUnsupported(directory, SegmentInfosFormat.FileName(generation), error),
            };
        }

        var announced = GenerationFile.Read(directory);
        var isLatest = generation == SegmentInfosReader.LatestGeneration(directory);
        var problem = isLatest && announced > generation
            ? $"{SegmentInfosFormat.GenerationFile} says that {SegmentInfosFormat.FileName(announced)} is the newest commit, but there is no such file. Restore it from a backup."
            : null;
        var segments = new List<SegmentCheckReport>();
        var count = commit.Segments.Count + unreadable.Count;
        foreach (var segment in commit.Segments)
            segments.Add(new SegmentCheck(directory, segment, Tell, cancellationToken).Run());
        segments.AddRange(unreadable.Select(segment => Describe(directory, segment)));
        return new IndexCheckReport(directory.Name, generation, problem, segments, FindLeftovers(directory, commit, unreadable), null);

        void Tell(string segment, string part) => progress?.Report(new IndexCheckProgress(segment, segments.Count + 1, count, part));
    }

    private static SegmentCheckReport Describe(IndexDirectory directory, UnreadableSegment segment)
    {
        var file = IndexFileNames.OfSegment(segment.Name, "", SegmentInfoFormat.Extension);
        return new SegmentCheckReport
        {
            Name = segment.Name,
            DocCount = -1,
            DeletedCount = segment.DeletedCount,
            BrokenFiles = [file],
            Problems = [segment.Error.Message],
            IsUnsupported = IsUnsupported(directory, file, segment.Error),
        };
    }

    /// <summary>Whether the error is one of format, and not of damage that looks like another version.</summary>
    private static bool IsUnsupported(IndexDirectory directory, string file, IOException error)
    {
        if (error is not (IndexFormatTooNewException or IndexFormatTooOldException)) return false;
        try
        {
            using var memory = directory.OpenFile(file);
            CodecFile.VerifyChecksum(new IndexInput(memory));
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static bool IsOfIndex(string file)
    {
        if (file.StartsWith(SegmentInfosFormat.PendingPrefix, StringComparison.Ordinal) || SegmentInfosFormat.GenerationOf(file) >= 0) return true;
        var end = file.AsSpan(1).IndexOfAny('_', '.');
        return end > 0 && IndexFileNames.IsSegment(file[..(end + 1)]) && IndexFileNames.IsFileOfSegment(file[..(end + 1)], file);
    }
}
