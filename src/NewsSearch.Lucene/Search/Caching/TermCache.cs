using System.Collections.Concurrent;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Search.Caching;

/// <summary>
/// Where the terms that were looked up lately are in one snapshot, those that are nowhere included: a search asks for the same term in several
/// of its parts, and readers ask for the same words again. Thread-safe.
/// </summary>
/// <remarks>
/// Two generations: what is found or asked for goes into the young one; when that is full it becomes the old one and the old one is forgotten.
/// </remarks>
/// <param name="reader">The snapshot.</param>
/// <param name="maxBytes">Room for both generations; a term takes some fifty bytes a segment. 0 keeps no terms.</param>
internal sealed class TermCache(DirectoryReader reader, int maxBytes)
{
    public const int DefaultBytes = 8 << 20;

    private readonly ConcurrentDictionary<string, FieldSegments> _fields = new();
    private readonly Lock _change = new();
    private volatile Generations _kept = new([], []);
    private int _youngBytes;

    /// <summary>Bytes that the kept terms take, about.</summary>
    public int ByteCount => Volatile.Read(ref _youngBytes) + _kept.OldBytes;

    /// <summary>The terms of a field in each segment.</summary>
    public FieldSegments Field(string field) => _fields.TryGetValue(field, out var known) ? known : AddField(field);

    /// <summary>The term if it was looked up lately.</summary>
    public TermLookup? Find(Term term)
    {
        var kept = _kept;
        if (kept.Young.TryGetValue(term, out var lookup)) return lookup;
        if (!kept.Old.TryGetValue(term, out lookup)) return null;
        Keep(term, lookup);
        return lookup;
    }

    public void Keep(Term term, TermLookup lookup)
    {
        if (maxBytes == 0) return;
        lock (_change)
        {
            if (_youngBytes + lookup.ByteCount > maxBytes / 2)
            {
                _kept = new Generations([], _kept.Young) { OldBytes = _youngBytes };
                Volatile.Write(ref _youngBytes, 0);
            }

            if (_kept.Young.TryAdd(term, lookup)) Volatile.Write(ref _youngBytes, _youngBytes + lookup.ByteCount);
        }
    }

    private FieldSegments AddField(string field)
    {
        var segments = new FieldSegments(reader, field);
        // Names that the index does not have come from outside and may be any number.
        return segments.HasTerms ? _fields.GetOrAdd(field, segments) : segments;
    }

    private sealed record Generations(ConcurrentDictionary<Term, TermLookup> Young, ConcurrentDictionary<Term, TermLookup> Old)
    {
        public int OldBytes { get; init; }
    }
}
