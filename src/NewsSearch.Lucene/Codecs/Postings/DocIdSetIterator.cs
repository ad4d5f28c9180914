namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>
/// A cursor over document numbers in ascending order. It begins before the first: <see cref="DocId"/> is -1. After the
/// last it stands at <see cref="NoMoreDocs"/> and must not be moved any more.
/// </summary>
internal abstract class DocIdSetIterator
{
    /// <summary>The document number after the last one; larger than every real one.</summary>
    public const int NoMoreDocs = int.MaxValue;

    /// <summary>Where the cursor stands: -1, a document, or <see cref="NoMoreDocs"/>.</summary>
    public abstract int DocId { get; }

    /// <summary>An upper bound of the number of documents, for choosing what to evaluate first.</summary>
    public abstract long Cost { get; }

    /// <summary>Moves to the next document and returns it.</summary>
    public abstract int NextDoc();

    /// <summary>Moves to the first document at or after the target and returns it.</summary>
    /// <param name="target">Greater than <see cref="DocId"/>; may be <see cref="NoMoreDocs"/>.</param>
    public abstract int Advance(int target);

    /// <summary>The plain way to <see cref="Advance"/>: step by step.</summary>
    protected int AdvanceSlowly(int target)
    {
        int docId;
        do docId = NextDoc();
        while (docId < target);
        return docId;
    }
}
