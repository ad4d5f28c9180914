using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Tests.Codecs.Terms;

/// <summary>
/// The segment of the examples in the FORMAT.md of terms and postings: 200 documents, one field "f" with positions and
/// offsets, and three terms, of which "ab" has one document, "ac" two and "b" 130.
/// </summary>
internal static class ExampleSegment
{
    public const int DocCount = 200;

    public static ModelTerm[] Terms =>
    [
        RandomTerms.Term("ab", new ModelPosting(5, [new(3, 10, 12)])),
        RandomTerms.Term("ac", new ModelPosting(0, [new(1, 2, 4)]), new ModelPosting(2, [new(0, 0, 2), new(6, 9, 11)])),
        RandomTerms.Term("b", [.. Enumerable.Range(0, 130).Select(docId => new ModelPosting(docId, [new(7, 20, 23)]))]),
    ];

    public static SegmentInMemory Write() => SegmentInMemory.Of(IndexOptions.DocsFreqsPositionsAndOffsets, DocCount, Terms);
}
