using System.Text;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Indexing;

/// <summary>Deletions by term that wait for the next flush, each with the number of buffered documents that it precedes.</summary>
internal sealed class PendingDeletes
{
    private readonly Dictionary<Term, int> _limits = [];

    public int Count => _limits.Count;

    /// <summary>A rough count of the memory held, in bytes.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>Deletes the documents with the term that came before, <paramref name="bufferedDocs"/> of them still in the buffer.</summary>
    public void Add(Term term, int bufferedDocs)
    {
        if (!_limits.ContainsKey(term)) AllocatedBytes += 100 + 2 * term.Text.Length;
        _limits[term] = bufferedDocs;
    }

    /// <summary>By field, then in the order of the terms' bytes, which is the order in which a term dictionary is fastest.</summary>
    public List<(string Field, byte[] Term, int DocIdLimit)> InOrder()
    {
        var list = new List<(string Field, byte[] Term, int DocIdLimit)>(_limits.Count);
        foreach (var (term, limit) in _limits) list.Add((term.Field, Encoding.UTF8.GetBytes(term.Text), limit));
        list.Sort((a, b) => string.CompareOrdinal(a.Field, b.Field) is var order and not 0 ? order : a.Term.AsSpan().SequenceCompareTo(b.Term));
        return list;
    }

    public void Clear()
    {
        _limits.Clear();
        AllocatedBytes = 0;
    }
}
