using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Tests.Codecs.Postings;

namespace NewsSearch.Lucene.Tests.Codecs.Terms;

/// <summary>The examples in the FORMAT.md of terms and postings are what the writer writes and the reader reads.</summary>
public sealed class TermsExampleTests
{
    private static readonly string[] PostingsFiles = ["doc", "pos", "pay"];
    private static readonly string[] TermsFiles = ["tim", "tip"];

    [Fact]
    public void The_writer_writes_the_bytes_of_the_examples()
    {
        var segment = ExampleSegment.Write();
        Assert.Equal(FormatExample.Read("Codecs", "Postings"), PostingsFiles.Select(segment.ReadFile));
        Assert.Equal(FormatExample.Read("Codecs", "Terms"), TermsFiles.Select(segment.ReadFile));
    }

    [Fact]
    public void The_reader_reads_the_bytes_of_the_examples()
    {
        var segment = ExampleSegment.Write();
        foreach (var (extension, bytes) in PostingsFiles.Zip(FormatExample.Read("Codecs", "Postings"))) segment.WriteFile(extension, bytes);
        foreach (var (extension, bytes) in TermsFiles.Zip(FormatExample.Read("Codecs", "Terms"))) segment.WriteFile(extension, bytes);
        var cursor = segment.OpenField().Iterator();
        foreach (var expected in ExampleSegment.Terms)
        {
            Assert.True(cursor.MoveNext());
            Assert.Equal(expected.Bytes, cursor.Term.ToArray());
            var postings = cursor.Postings(PostingsFeatures.Offsets);
            foreach (var posting in expected.Postings)
            {
                Assert.Equal(posting.DocId, postings.NextDoc());
                PostingsAssert.AtPosting(posting, postings, IndexOptions.DocsFreqsPositionsAndOffsets, PostingsFeatures.Offsets);
            }

            Assert.Equal(DocIdSetIterator.NoMoreDocs, postings.NextDoc());
        }

        Assert.False(cursor.MoveNext());
    }
}
