namespace NewsSearch.Lucene.Tests.Codecs.Terms;

/// <summary>A document that holds a term, with every occurrence.</summary>
internal sealed record ModelPosting(int DocId, Occurrence[] Occurrences)
{
    public int Freq => Occurrences.Length;
}
