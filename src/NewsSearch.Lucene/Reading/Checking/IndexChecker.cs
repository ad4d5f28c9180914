using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Reading.Checking;

/// <summary>Reads every byte of an index: the checksums of all files, then every structure against what it says of itself.</summary>
/// <remarks>Takes time in proportion to the index and changes nothing.</remarks>
public static class IndexChecker
{
    /// <summary>Checks the newest commit.</summary>
    /// <exception cref="IndexNotFoundException">The directory holds no index.</exception>
    public static IndexCheckReport Check(IndexDirectory directory, CancellationToken cancellationToken = default)
    {
        SegmentInfos commit;
        try
        {
            commit = SegmentInfosReader.ReadLatest(directory);
        }
        catch (CorruptIndexException error)
        {
            return new IndexCheckReport(directory.Name, 0, error.Message, []);
        }

        var segments = new List<SegmentCheckReport>(commit.Segments.Count);
        foreach (var segment in commit.Segments) segments.Add(new SegmentCheck(directory, segment, cancellationToken).Run());
        return new IndexCheckReport(directory.Name, commit.Generation, null, segments);
    }
}
