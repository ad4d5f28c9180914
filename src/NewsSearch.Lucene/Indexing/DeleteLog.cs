using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// Deletions by term that some buffer or segment has not seen yet, each with its place in the order of all changes. It
/// deletes the documents that came before it; so of two deletions of one term the later covers the earlier. Not thread-safe.
/// </summary>
internal sealed class DeleteLog
{
    private const int BytesPerEntry = 100;

    private readonly Dictionary<Term, long> _sequences = [];

    /// <summary>A rough count of the memory held, in bytes.</summary>
    public long AllocatedBytes { get; private set; }

    public void Add(Term term, long sequence)
    {
        if (!_sequences.ContainsKey(term)) AllocatedBytes += Cost(term);
        _sequences[term] = sequence;
    }

    /// <summary>A copy of all entries later than the sequence number.</summary>
    public List<KeyValuePair<Term, long>> After(long sequence)
    {
        var list = new List<KeyValuePair<Term, long>>();
        foreach (var entry in _sequences)
            if (entry.Value > sequence) list.Add(entry);
        return list;
    }

    /// <summary>Drops the entries up to the sequence number: everybody has seen them.</summary>
    public void Forget(long upTo)
    {
        foreach (var (term, sequence) in _sequences)
        {
            if (sequence > upTo) continue;
            _sequences.Remove(term);
            AllocatedBytes -= Cost(term);
        }

        if (_sequences.Count == 0) _sequences.TrimExcess();
    }

    private static long Cost(Term term) => BytesPerEntry + 2L * term.Text.Length;
}
