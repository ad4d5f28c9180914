using System.Text;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Fixtures;

namespace NewsSearch.Lucene.Tests.Codecs.Terms;

/// <summary>What Lucene.NET wrote is read as Lucene.NET reads it, and written again to the same bytes.</summary>
public sealed class LuceneNetTermsTests
{
    private const string Suffix = "Lucene41_0";

    private static readonly string[] Extensions = ["doc", "pay", "pos", "tim", "tip"];

    [Theory]
    [MemberData(nameof(LuceneNetFixture.Names), MemberType = typeof(LuceneNetFixture))]
    public void Terms_and_postings_written_again_have_the_bytes_of_Lucene_NET(string name)
    {
        var segments = FixtureSegment.OpenAll(LuceneNetFixture.Open(name));
        foreach (var segment in segments)
        {
            using var _ = segment;
            using var directory = new MemoryDirectory();
            var outputs = new SegmentOutputs(directory, segment.Info.Name, segment.Info.DocCount);
            using (var writer = new TermsWriter(outputs, segment.Fields)) TermsCopy.Write(segment.Terms, segment.Fields, writer);
            Assert.Equal(
                Extensions.Where(extension => segment.HasFile(Suffix, extension)),
                outputs.Files.Select(file => Path.GetExtension(file)[1..]).Order());
            foreach (var file in outputs.Files)
                Assert.True(segment.ReadFile(Suffix, Path.GetExtension(file)[1..]).AsSpan().SequenceEqual(directory.ReadFile(file)), $"{name}/{file} differs");
        }
    }

    [Theory]
    [MemberData(nameof(LuceneNetFixture.Names), MemberType = typeof(LuceneNetFixture))]
    public void Counts_of_body_terms_are_those_that_Lucene_NET_gives(string name)
    {
        var fixture = LuceneNetFixture.Open(name);
        var segments = FixtureSegment.OpenAll(fixture);
        var terms = segments.Select(segment => segment.Terms.Terms("body")).OfType<NewsSearch.Lucene.Codecs.Terms.Terms>().ToList();
        Assert.Equal(fixture.Expected.BodySumDocFreq, terms.Sum(field => field.SumDocFreq));
        Assert.Equal(fixture.Expected.BodySumTotalTermFreq, terms.Sum(field => field.SumTotalTermFreq));
        Assert.Equal(fixture.Expected.BodyDocCount, terms.Sum(field => field.DocCount));
        foreach (var expected in fixture.Expected.Terms)
        {
            var cursors = terms.ConvertAll(field => field.Iterator());
            var found = cursors.FindAll(cursor => cursor.SeekExact(Encoding.UTF8.GetBytes(expected.Text)));
            Assert.Equal(expected.DocFreq, found.Sum(cursor => cursor.DocFreq));
            Assert.Equal(expected.TotalTermFreq, found.Sum(cursor => cursor.TotalTermFreq));
        }

        segments.ForEach(segment => segment.Dispose());
    }
}
