using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Indexing;

/// <summary>A point in the order of all changes, with the buffers that hold documents from before it and none from after it.</summary>
/// <param name="Sequence">The last change before the point.</param>
/// <param name="Tickets">Buffers to flush.</param>
/// <param name="Deletes">All deletions before the point that some segment may not have seen.</param>
internal sealed record WriterCut(long Sequence, List<FlushTicket> Tickets, List<KeyValuePair<Term, long>> Deletes);
