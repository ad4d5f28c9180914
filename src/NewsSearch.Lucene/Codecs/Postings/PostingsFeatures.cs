namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>What the caller of a postings list is going to read; less is faster.</summary>
internal enum PostingsFeatures
{
    Docs,
    Freqs,
    Positions,
    Offsets,
}
