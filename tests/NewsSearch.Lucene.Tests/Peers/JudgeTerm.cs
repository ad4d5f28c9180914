using System.Text;

namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>A term as the dictionary holds it, deleted documents counted; both counts are 0 for a term that is not there.</summary>
/// <param name="TotalTermFreq">-1 where frequencies are not indexed.</param>
internal sealed record JudgeTerm(byte[] Bytes, int DocFreq, long TotalTermFreq)
{
    public string Text => Encoding.UTF8.GetString(Bytes);
}
