namespace NewsSearch.Lucene.Tests.Codecs.Terms;

/// <summary>A term and its postings, as a test wants them.</summary>
internal sealed record ModelTerm(byte[] Bytes, ModelPosting[] Postings)
{
    public long TotalTermFreq => Postings.Sum(posting => (long)posting.Freq);
}
