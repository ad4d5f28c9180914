namespace NewsSearch.Lucene.Search;

/// <summary>What hits are ordered by.</summary>
internal enum SortKind
{
    Relevance,
    Number,
    Text,
}
