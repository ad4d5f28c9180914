namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>The documents that hold a term, deleted ones included, with frequencies and positions as far as they are indexed.</summary>
internal abstract class PostingsEnum : DocIdSetIterator
{
    /// <summary>How often the document holds the term; 1 where frequencies are not indexed.</summary>
    public abstract int Freq { get; }

    /// <summary>
    /// Takes documents from the current one on and moves to the first one not taken. It may take fewer than there are; all below
    /// the limit are taken when the current document is at or past it.
    /// </summary>
    /// <param name="docIds">Receives the documents.</param>
    /// <param name="freqs">Receives how often each holds the term; empty, or as long as <paramref name="docIds"/>.</param>
    /// <param name="limit">Takes documents below this only.</param>
    /// <returns>How many were taken; at least one if the current document is below the limit.</returns>
    public virtual int TakeBatch(Span<int> docIds, Span<int> freqs, int limit)
    {
        var count = 0;
        for (var docId = DocId; docId < limit && count < docIds.Length; docId = NextDoc())
        {
            if (!freqs.IsEmpty) freqs[count] = Freq;
            docIds[count++] = docId;
        }

        return count;
    }

    /// <summary>
    /// Finds out which of some documents hold the term, and moves to the first document at or after the last of them, or stays where it
    /// is if that is later.
    /// </summary>
    /// <param name="docIds">The documents, ascending, at most 128; those that hold the term are moved to the front.</param>
    /// <param name="freqs">Receives how often each of these holds it; empty, or as long as <paramref name="docIds"/>.</param>
    /// <param name="places">Receives at which place each of these stood before; as long as <paramref name="docIds"/>.</param>
    /// <returns>How many hold it.</returns>
    public virtual int Retain(Span<int> docIds, Span<int> freqs, Span<byte> places)
    {
        var kept = 0;
        for (var i = 0; i < docIds.Length; i++)
        {
            var docId = docIds[i];
            if (DocId < docId) Advance(docId);
            if (DocId != docId) continue;
            if (!freqs.IsEmpty) freqs[kept] = Freq;
            places[kept] = (byte)i;
            docIds[kept++] = docId;
        }

        return kept;
    }

    /// <summary>Reads the next positions of the term in the document, as many as the span takes; see <see cref="NextPosition"/>.</summary>
    public virtual void ReadPositions(Span<int> positions)
    {
        foreach (ref var position in positions) position = NextPosition();
    }

    /// <summary>The next position of the term in the document; may be called <see cref="Freq"/> times per document.</summary>
    /// <returns>The position from 0, or -1 where positions are not indexed.</returns>
    public abstract int NextPosition();

    /// <summary>Where the token at the current position starts, in UTF-16 units; -1 where offsets are not indexed.</summary>
    public abstract int StartOffset { get; }

    /// <summary>Where the token at the current position ends (exclusive); -1 where offsets are not indexed.</summary>
    public abstract int EndOffset { get; }
}
