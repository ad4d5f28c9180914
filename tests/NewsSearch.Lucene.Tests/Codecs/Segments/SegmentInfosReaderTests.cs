using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Tests.Fixtures;

namespace NewsSearch.Lucene.Tests.Codecs.Segments;

public sealed class SegmentInfosReaderTests
{
    [Theory]
    [MemberData(nameof(LuceneNetFixture.Names), MemberType = typeof(LuceneNetFixture))]
    public void A_commit_of_Lucene_NET_is_read(string kind)
    {
        var commit = SegmentInfosReader.ReadLatest(FixtureDirectory.Open(kind));
        Assert.Equal(3, commit.Generation);
        var segments = commit.Segments;
        Assert.All(segments, segment => Assert.Equal("4.8", segment.Info.Version));
        Assert.All(segments, segment => Assert.Equal(kind == "compound", segment.Info.IsCompound));
        Assert.Equal(3692, segments.Sum(segment => segment.Info.DocCount - segment.DeletedCount));
        if (kind == "one-segment") Assert.Equal("_3", Assert.Single(segments).Info.Name);
        else Assert.Equal([1500, 501, 1500, 499, 1], segments.Select(segment => segment.Info.DocCount));
    }
}
