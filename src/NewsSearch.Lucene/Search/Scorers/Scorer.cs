using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>
/// The documents of one segment that match a query, with their scores. There are four ways to walk it, of which a caller
/// takes one: step by step (<see cref="DocIdSetIterator.NextDoc"/>, <see cref="DocIdSetIterator.Advance"/>); by candidates
/// (<see cref="Approximation"/> and <see cref="Matches"/>); after <see cref="BeginBatches"/> by batches (<see cref="TakeBatch"/>); or by asking for
/// documents that others found (<see cref="Probe"/>).
/// </summary>
internal abstract class Scorer : DocIdSetIterator
{
    /// <summary>The most documents that are asked for at once with <see cref="Probe"/>.</summary>
    public const int BatchSize = 128;

    /// <summary>The score of the current document. Call it once per document at most.</summary>
    public abstract float Score();

    /// <summary>No document has a higher score than this; infinite where that is not known.</summary>
    public virtual float MaxScore => float.PositiveInfinity;

    /// <summary>From now on documents with a lower score than this are of no interest, and may be left out. Whoever says so walks by batches.</summary>
    /// <param name="score">Not lower than told before.</param>
    public virtual void SetMinCompetitiveScore(float score)
    {
    }

    /// <summary>
    /// From now on only scores from this one on need to be exact: a document with a lower score may be given any other that is lower than this. It
    /// still comes, to be counted. Whoever says so walks by batches.
    /// </summary>
    /// <param name="score">Not lower than told before.</param>
    public virtual void SetMinExactScore(float score)
    {
    }

    /// <summary>
    /// Candidates that are cheap to walk and contain all matches. Whoever walks them asks <see cref="Matches"/> exactly once
    /// for each candidate that is still of interest, and then may ask for the score.
    /// </summary>
    public virtual DocIdSetIterator Approximation => this;

    /// <summary>Whether the candidate matches; true where <see cref="Approximation"/> is exact.</summary>
    public virtual bool Matches() => true;

    /// <summary>Whether <see cref="Matches"/> has to be asked.</summary>
    public bool IsTwoPhase => !ReferenceEquals(Approximation, this);

    /// <summary>Moves to where batches begin: the first document, or a candidate at or before it.</summary>
    public virtual void BeginBatches() => NextDoc();

    /// <summary>
    /// Takes documents from the current one on and moves on; the current document is then at or before the first one not taken.
    /// It may take none although there are more: the end is reached when the current document is
    /// <see cref="DocIdSetIterator.NoMoreDocs"/>, and all below the limit are taken when it is at or past the limit.
    /// </summary>
    /// <param name="docIds">Receives the documents, ascending.</param>
    /// <param name="scores">Receives their scores; empty if the scorer was made without.</param>
    /// <param name="limit">Takes documents below this only; not less than in the call before.</param>
    /// <returns>How many were taken.</returns>
    public virtual int TakeBatch(Span<int> docIds, Span<float> scores, int limit)
    {
        var count = 0;
        for (var docId = DocId; docId < limit && count < docIds.Length; docId = NextDoc())
        {
            if (!scores.IsEmpty) scores[count] = Score();
            docIds[count++] = docId;
        }

        return count;
    }

    /// <summary>Tells of some documents which of them match, and with what scores.</summary>
    /// <param name="docIds">The documents, ascending, at most <see cref="BatchSize"/>; all of them greater than those asked for before.</param>
    /// <param name="matches">Receives whether each matches; as long as <paramref name="docIds"/>.</param>
    /// <param name="scores">Receives the score of each, 0 for those that don't match; as long as <paramref name="docIds"/>, or empty if only the documents count.</param>
    public virtual void Probe(ReadOnlySpan<int> docIds, Span<bool> matches, Span<float> scores)
    {
        var candidates = Approximation;
        for (var i = 0; i < docIds.Length; i++)
        {
            if (candidates.DocId < docIds[i]) candidates.Advance(docIds[i]);
            matches[i] = candidates.DocId == docIds[i] && Matches();
            if (!scores.IsEmpty) scores[i] = matches[i] ? Score() : 0;
        }
    }
}
