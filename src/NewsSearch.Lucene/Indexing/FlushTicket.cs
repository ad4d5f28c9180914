using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Indexing;

/// <summary>A buffer that takes no more documents and is on its way to disk.</summary>
/// <param name="Buffer">Its documents all have sequence numbers up to <paramref name="FrozenAt"/>.</param>
/// <param name="Deletes">The deletions up to then that may hit its documents.</param>
/// <param name="FrozenAt">The last sequence number at that moment; later deletions hit all of the segment.</param>
internal sealed record FlushTicket(ThreadBuffer Buffer, List<KeyValuePair<Term, long>> Deletes, long FrozenAt);
