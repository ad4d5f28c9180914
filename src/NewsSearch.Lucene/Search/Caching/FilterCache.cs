using System.Runtime.CompilerServices;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Search.Caching;

/// <summary>
/// Keeps the documents of filters that repeat, such as a source or a range of dates, as one bit set for each segment, so that they needn't be found
/// again. Segments don't change, hence nothing in it ever gets old: deleted documents are left out by the search itself, and a segment's entries go
/// when its reader closes. Full, it drops what has not been used for longest. Thread-safe.
/// </summary>
public sealed class FilterCache
{
    /// <summary>The bound that is used when none is given: 64 MiB.</summary>
    public const long DefaultMaxBytes = 64 << 20;

    private readonly Lock _lock = new();
    private readonly LinkedList<CachedFilter> _byUse = new();
    private readonly ConditionalWeakTable<SegmentCore, SegmentFilters> _segments = [];
    private readonly RecentFilters _recent = new();
    private long _hits;
    private long _misses;

    /// <param name="maxBytes">How much memory the entries may take; 0 keeps nothing.</param>
    public FilterCache(long maxBytes = DefaultMaxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);
        MaxBytes = maxBytes;
    }

    /// <summary>How much memory the entries may take.</summary>
    public long MaxBytes { get; }

    /// <summary>How often a filter was found for a segment.</summary>
    public long Hits => Interlocked.Read(ref _hits);

    /// <summary>How often a filter that repeats had to be computed for a segment.</summary>
    public long Misses => Interlocked.Read(ref _misses);

    /// <summary>How much memory the entries take, in bytes.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock) return field;
        }

        private set;
    }

    /// <summary>The number of entries: filters times segments.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _byUse.Count;
        }
    }

    /// <summary>Whether a filter is slow enough and has been asked for before, lately. Call it once per search.</summary>
    internal bool IsWorthCaching(Query query)
    {
        if (MaxBytes == 0 || query is TermQuery or MatchAllDocsQuery or MatchNoDocsQuery) return false;
        lock (_lock) return _recent.Note(query);
    }

    /// <summary>The documents of a filter in a segment, deleted ones included; null if they are not known.</summary>
    internal CachedFilter? Find(SegmentReader segment, Query query)
    {
        lock (_lock)
        {
            if (!_segments.TryGetValue(segment.Core, out var filters) || !filters.Filters.TryGetValue(query, out var found))
            {
                Interlocked.Increment(ref _misses);
                return null;
            }

            Interlocked.Increment(ref _hits);
            _byUse.Remove(found.Place);
            _byUse.AddLast(found.Place);
            return found;
        }
    }

    /// <summary>Keeps the documents of a filter in a segment, unless they are larger than all that may be kept.</summary>
    internal CachedFilter Add(SegmentReader segment, Query query, BitSet documents)
    {
        lock (_lock)
        {
            if (!_segments.TryGetValue(segment.Core, out var filters))
            {
                filters = new SegmentFilters();
                _segments.Add(segment.Core, filters);
                var ofClosed = filters;
                segment.Core.Closed += () => RemoveAll(ofClosed);
            }

            // Another thread may have been faster.
            if (filters.Filters.TryGetValue(query, out var known)) return known;
            var added = new CachedFilter(filters, query, documents);
            if (added.Bytes > MaxBytes) return added;
            filters.Filters.Add(query, added);
            _byUse.AddLast(added.Place);
            Bytes += added.Bytes;
            while (Bytes > MaxBytes) Remove(_byUse.First!.Value);
            return added;
        }
    }

    private void RemoveAll(SegmentFilters filters)
    {
        lock (_lock)
        {
            foreach (var filter in filters.Filters.Values.ToList()) Remove(filter);
        }
    }

    private void Remove(CachedFilter filter)
    {
        filter.Owner.Filters.Remove(filter.Query);
        _byUse.Remove(filter.Place);
        Bytes -= filter.Bytes;
    }
}
