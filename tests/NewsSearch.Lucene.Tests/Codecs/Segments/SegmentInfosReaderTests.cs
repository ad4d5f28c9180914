using NewsSearch.Lucene.Codecs.Segments;

namespace NewsSearch.Lucene.Tests.Codecs.Segments;

public sealed class SegmentInfosReaderTests
{
    [SkippableTheory]
    [MemberData(nameof(FixtureFolder.Kinds), MemberType = typeof(FixtureFolder))]
    public void A_commit_of_Lucene_NET_is_read(string kind)
    {
        var commit = SegmentInfosReader.ReadLatest(FixtureFolder.Open(kind));
        Assert.Equal(3, commit.Generation);
        var segments = commit.Segments;
        Assert.All(segments, segment => Assert.Equal("4.8", segment.Info.Version));
        Assert.All(segments, segment => Assert.Equal(kind == "compound", segment.Info.IsCompound));
        Assert.Equal(3692, segments.Sum(segment => segment.Info.DocCount - segment.DeletedCount));
        if (kind == "one-segment") Assert.Equal("_3", Assert.Single(segments).Info.Name);
        else Assert.Equal([1500, 500, 1500, 500, 1], segments.Select(segment => segment.Info.DocCount));
    }
}
