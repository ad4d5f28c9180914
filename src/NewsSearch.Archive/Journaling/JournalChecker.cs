using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Archive.Journaling;

/// <summary>Reads the journal beside an index as opening would, and changes nothing.</summary>
public static class JournalChecker
{
    /// <summary>Reads every group of the journal, verifies its checksum, and compares the numbers with the commit's.</summary>
    /// <param name="directory">The index. Where its newest commit can't be read, no write counts as committed.</param>
    public static JournalReport Check(IndexDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        long committed;
        try
        {
            committed = CommittedSequence(directory);
        }
        catch (CorruptIndexException error)
        {
            return new JournalReport(null, 0, 0, error.Message);
        }

        var tornBytes = 0L;
        foreach (var first in JournalFormat.FilesNewestFirst(directory))
        {
            var name = JournalFormat.FileName(first);
            try
            {
                using var file = directory.OpenAppend(name);
                var found = JournalReader.ReadAfter(file, first, committed, (_, _) => { });
                tornBytes += found.TornBytes;
                if (found.NewCount > 0) return new JournalReport(name, found.NewCount, tornBytes, null);
            }
            catch (CorruptIndexException error)
            {
                return new JournalReport(name, 0, tornBytes, error.Message);
            }
        }

        return new JournalReport(null, 0, tornBytes, null);
    }

    private static long CommittedSequence(IndexDirectory directory)
    {
        try
        {
            using var reader = DirectoryReader.Open(directory);
            return JournalFormat.CommittedSequence(directory.Name, reader.UserData);
        }
        catch (IndexNotFoundException)
        {
            return 0;
        }
    }
}
