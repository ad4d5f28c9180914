using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Segments;

/// <summary>Where the codecs write a new segment; keeps the names of the files made.</summary>
/// <param name="written">Told how many bytes each write to any of the files had; may throw to stop the writing.</param>
internal sealed class SegmentOutputs(IndexDirectory directory, string segment, int docCount, Action<int>? written = null)
{
    private readonly List<string> _files = [];

    public IndexDirectory Directory { get; } = directory;

    /// <summary>For example _0.</summary>
    public string Segment { get; } = segment;

    /// <summary>Documents in the segment.</summary>
    public int DocCount { get; } = docCount;

    /// <summary>Names of the files made so far.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Makes the file _SEGMENT[_SUFFIX].EXTENSION.</summary>
    public IndexOutput Create(string suffix, string extension)
    {
        var name = IndexFileNames.OfSegment(Segment, suffix, extension);
        _files.Add(name);
        var output = Directory.CreateOutput(name);
        output.Written = written;
        return output;
    }
}
