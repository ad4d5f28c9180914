using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Search.Caching;

/// <summary>The documents of a filter in one segment, deleted ones included.</summary>
internal sealed class CachedFilter
{
    // Of the objects around the bits.
    private const int Overhead = 256;

    public CachedFilter(SegmentFilters owner, Query query, BitSet documents)
    {
        Owner = owner;
        Query = query;
        Documents = documents;
        Count = documents.Count();
        Place = new LinkedListNode<CachedFilter>(this);

        // A query holds about what its text holds: a set of thousands of terms is larger than the bits of a small segment.
        Bytes = Overhead + sizeof(ulong) * (long)documents.Words.Length + 2 * sizeof(char) * (long)query.ToString().Length;
    }

    public SegmentFilters Owner { get; }

    public Query Query { get; }

    public BitSet Documents { get; }

    /// <summary>The number of documents.</summary>
    public int Count { get; }

    /// <summary>About the memory it takes.</summary>
    public long Bytes { get; }

    /// <summary>Its place in the order of last use.</summary>
    public LinkedListNode<CachedFilter> Place { get; }
}
