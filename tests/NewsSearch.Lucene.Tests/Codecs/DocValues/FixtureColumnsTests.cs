using System.Text;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Fixtures;

namespace NewsSearch.Lucene.Tests.Codecs.DocValues;

/// <summary>
/// 1. The columns and norms that Lucene.NET wrote say what Java Lucene reads in them. 2. Written again they have the same
/// bytes.
/// </summary>
public sealed class FixtureColumnsTests
{
    /// <summary>Java Lucene 4.10.4 read both indexes and printed the lines of <see cref="FixtureSegment.Dump"/>; these are the checksums of its output.</summary>
    [Theory]
    [InlineData("plain", 44003, 0xd2ee958f)]
    [InlineData("one-segment", 40612, 0xf28876a9)]
    public void Columns_and_norms_are_what_Java_Lucene_reads(string index, int lineCount, uint checksum)
    {
        var text = new StringBuilder();
        foreach (var segment in FixtureSegment.OfIndex(index))
        {
            using (segment) segment.Dump(text);
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        Assert.Equal(lineCount, bytes.Count(b => b == '\n'));
        Assert.Equal(checksum, Crc32.Compute(bytes));
    }

    [Fact]
    public void The_sampled_documents_have_their_day_and_views()
    {
        var expected = LuceneNetFixture.Open("one-segment").Expected.Sample.Select(document => (document.Day, document.Views));
        using var segment = FixtureSegment.OfIndex("one-segment").Single();
        var (day, views) = (segment.DocValues.Numeric(segment.Fields.Find("day")!), segment.DocValues.Numeric(segment.Fields.Find("views")!));
        var read = segment.All(docId => (day.Get(docId), views.Get(docId))).ToHashSet();

        Assert.All(expected, pair => Assert.Contains(((long)pair.Day, pair.Views), read));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("one-segment")]
    public void Columns_written_again_have_the_bytes_that_Lucene_NET_wrote(string index)
    {
        foreach (var segment in FixtureSegment.OfIndex(index))
        {
            using var copy = new MemoryDirectory();
            using (segment)
            {
                using (var writer = new DocValuesWriter(new SegmentOutputs(copy, segment.Name, segment.DocCount)))
                {
                    segment.CopyTo(writer);
                    writer.Finish();
                }

                foreach (var file in new[] { "_Lucene45_0.dvm", "_Lucene45_0.dvd" }) Assert.Equal(segment.ReadFile(file), copy.ReadFile(segment.Name + file));
            }
        }
    }
}
