namespace NewsSearch.Lucene.Search.Patterns;

/// <summary>The terms between two terms, both included, in the order of their bytes.</summary>
internal readonly record struct TermRange(byte[] First, byte[] Last);
