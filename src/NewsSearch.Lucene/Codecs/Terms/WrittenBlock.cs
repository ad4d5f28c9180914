namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>A block that stands in the .tim file.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="HasTerms">Whether it holds terms, not only blocks.</param>
/// <param name="Index">The entries of the blocks under it; with its own first, once it has one.</param>
internal sealed record WrittenBlock(long Offset, bool HasTerms, IndexEntryList Index);
