using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Fixtures;

namespace NewsSearch.Lucene.Tests.Codecs.Terms;

/// <summary>A segment of an index that Lucene.NET wrote, with its terms open.</summary>
internal sealed class FixtureSegment : IDisposable
{
    private readonly SegmentInputs _inputs;

    private FixtureSegment(IndexDirectory directory, SegmentInfo info)
    {
        _inputs = new SegmentInputs(directory, info);
        Fields = FieldInfosReader.Read(_inputs.Open("", "fnm"));
        Terms = new TermsReader(_inputs, Fields);
    }

    public SegmentInfo Info => _inputs.Info;

    public FieldInfoSet Fields { get; }

    public TermsReader Terms { get; }

    public static List<FixtureSegment> OpenAll(LuceneNetFixture fixture)
    {
        var directory = new FileSystemDirectory(fixture.IndexPath);
        return [.. SegmentInfosReader.ReadLatest(directory).Segments.Select(segment => new FixtureSegment(directory, segment.Info))];
    }

    /// <summary>The bytes of one of the segment's files.</summary>
    public byte[] ReadFile(string suffix, string extension)
    {
        var input = _inputs.Open(suffix, extension);
        return input.ReadSpan((int)input.Length).ToArray();
    }

    public bool HasFile(string suffix, string extension) =>
        Info.IsCompound ? TryOpen(suffix, extension) : Info.Files.Contains(IndexFileNames.OfSegment(Info.Name, suffix, extension));

    public void Dispose() => _inputs.Dispose();

    private bool TryOpen(string suffix, string extension)
    {
        try
        {
            _inputs.Open(suffix, extension);
            return true;
        }
        catch (CorruptIndexException)
        {
            return false;
        }
    }
}
