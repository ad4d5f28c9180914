using System.Text;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Indexing;

/// <summary>A deletion by term: it hits the documents whose sequence number is smaller than its own.</summary>
internal readonly record struct LoggedDelete(string Field, byte[] Term, long Sequence)
{
    /// <summary>By field, then in the order of the terms' bytes, which is the order in which a term dictionary is fastest.</summary>
    public static LoggedDelete[] InOrder(List<KeyValuePair<Term, long>> entries)
    {
        var deletes = new LoggedDelete[entries.Count];
        for (var i = 0; i < deletes.Length; i++)
            deletes[i] = new LoggedDelete(entries[i].Key.Field, Encoding.UTF8.GetBytes(entries[i].Key.Text), entries[i].Value);
        Array.Sort(deletes, (a, b) => string.CompareOrdinal(a.Field, b.Field) is var order and not 0 ? order : a.Term.AsSpan().SequenceCompareTo(b.Term));
        return deletes;
    }
}
