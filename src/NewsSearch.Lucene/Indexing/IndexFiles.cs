using System.Text.RegularExpressions;
using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing;

/// <summary>Which files of a directory belong to commits, and which are left over.</summary>
internal static partial class IndexFiles
{
    public const string LockFile = "write.lock";

    /// <summary>The files that a commit needs, its own included.</summary>
    public static IEnumerable<string> Of(SegmentInfos commit) =>
        commit.Segments.SelectMany(segment => segment.AllFiles()).Append(SegmentInfosFormat.FileName(commit.Generation));

    /// <summary>Removes every index file that the commit does not need; files of other kinds are left alone.</summary>
    public static void DeleteUnused(IndexDirectory directory, SegmentInfos commit)
    {
        var keep = new HashSet<string>(commit.Segments.SelectMany(segment => segment.AllFiles()));
        var commitFile = SegmentInfosFormat.FileName(commit.Generation);
        foreach (var file in directory.ListAll())
        {
            var isOldCommit = IsCommit(file) && file != commitFile;
            var isOldSegment = SegmentFile().IsMatch(file) && !keep.Contains(file);
            if (isOldCommit || isOldSegment) TryDelete(directory, file);
        }
    }

    /// <summary>Removes the files of a segment that no commit lists.</summary>
    public static void DeleteSegment(IndexDirectory directory, string segment)
    {
        foreach (var file in directory.ListAll())
            if (file.StartsWith(segment + ".", StringComparison.Ordinal) || file.StartsWith(segment + "_", StringComparison.Ordinal))
                TryDelete(directory, file);
    }

    /// <summary>Whether the file is a commit, finished or not.</summary>
    private static bool IsCommit(string file) =>
        SegmentInfosFormat.GenerationOf(file) >= 0 || file.StartsWith(SegmentInfosFormat.PendingPrefix + SegmentInfosFormat.FilePrefix, StringComparison.Ordinal);

    /// <summary>Deletes the file if the system lets it go: Windows keeps one that a reader has mapped.</summary>
    public static bool TryDelete(IndexDirectory directory, string file)
    {
        try
        {
            directory.DeleteFile(file);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^_[0-9a-z]+(_[0-9A-Za-z_]+)?\.(si|fnm|fdt|fdx|tim|tip|doc|pos|pay|nvd|nvm|dvd|dvm|del|cfs|cfe|tvd|tvx)$")]
    private static partial Regex SegmentFile();
}
