namespace NewsSearch.Lucene.Tests.Codecs.Terms;

/// <summary>Where a term occurs in a document.</summary>
internal readonly record struct Occurrence(int Position, int StartOffset, int EndOffset);
