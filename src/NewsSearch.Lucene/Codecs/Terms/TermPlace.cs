namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>Where a term is if the segment has it, as far as the index tells; for a seek of the same term by a cursor over the same field.</summary>
/// <param name="BlockOffset">Where the block begins that would hold it.</param>
/// <param name="PrefixLength">Bytes of the term that all of the block's terms begin with.</param>
/// <param name="HasTerms">Whether that block holds terms at all; if not, the term does not exist.</param>
internal readonly record struct TermPlace(long BlockOffset, int PrefixLength, bool HasTerms);
