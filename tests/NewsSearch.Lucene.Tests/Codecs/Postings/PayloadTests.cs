using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Tests.Codecs.Terms;

namespace NewsSearch.Lucene.Tests.Codecs.Postings;

/// <summary>Payloads, which others may have written, are passed over; positions and offsets are read as without them.</summary>
public sealed class PayloadTests
{
    private const int HeaderLength = 34;

    [Fact]
    public void Payloads_are_passed_over_in_blocks_and_after_them()
    {
        // 130 occurrences: a block of 128 and two more. Every difference is 1 (positions) or 4 (offsets), every length 3.
        var posting = new ModelPosting(1, [.. Enumerable.Range(1, 130).Select(i => new Occurrence(i, i * 4, i * 4 + 3))]);
        var segment = SegmentInMemory.Of(IndexOptions.DocsFreqsPositionsAndOffsets, 2, [RandomTerms.Term("t", posting)]);
        // The same with a payload of two bytes at every occurrence; in .pay before the offsets, in .pos after each position.
        Replace(segment, "pay", "0004" + "0003", "0002" + "8002" + string.Concat(Enumerable.Repeat("AABB", 128)) + "0004" + "0003");
        Replace(segment, "pos", "0001" + "010903" + "0108", "0001" + "0302AABB0903" + "02AABB08");
        segment.Fields.Find("f")!.HasPayloads = true;
        var cursor = segment.OpenField().Iterator();
        Assert.True(cursor.MoveNext());
        foreach (var features in new[] { PostingsFeatures.Positions, PostingsFeatures.Offsets })
        {
            var postings = cursor.Postings(features);
            Assert.Equal(1, postings.NextDoc());
            PostingsAssert.AtPosting(posting, postings, IndexOptions.DocsFreqsPositionsAndOffsets, features);
        }
    }

    private static void Replace(SegmentInMemory segment, string extension, string written, string wanted)
    {
        var file = Convert.ToHexString(segment.ReadFile(extension));
        Assert.Equal(written, file[(HeaderLength * 2)..^32]);
        segment.WriteFile(extension, Convert.FromHexString(file[..(HeaderLength * 2)] + wanted + file[^32..]));
    }
}
