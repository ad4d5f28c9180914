using NewsSearch.Lucene.Codecs.FieldInfos;

namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>What the directories of .tim and .tip say of a field.</summary>
/// <param name="TermCount">Number of distinct terms.</param>
/// <param name="RootCode">The code of the block without a prefix, see <see cref="TermsFormat.FlagBits"/>.</param>
/// <param name="SumTotalTermFreq">Occurrences of all terms; -1 where frequencies are not indexed.</param>
/// <param name="SumDocFreq">Sum of the document frequencies.</param>
/// <param name="DocCount">Documents with any term.</param>
/// <param name="IndexOffset">Where the field's transducer begins in .tip.</param>
internal sealed record FieldSummary(
    FieldInfo Field, long TermCount, byte[] RootCode, long SumTotalTermFreq, long SumDocFreq, int DocCount, long IndexOffset);
