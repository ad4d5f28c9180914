using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>A cursor over the terms of a field in the order of their bytes. It begins before the first term.</summary>
internal abstract class TermsEnum
{
    /// <summary>The current term; valid until the cursor moves.</summary>
    public abstract ReadOnlySpan<byte> Term { get; }

    /// <summary>Number of documents that hold the current term, deleted ones included.</summary>
    public abstract int DocFreq { get; }

    /// <summary>Number of occurrences of the current term; -1 where frequencies are not indexed.</summary>
    public abstract long TotalTermFreq { get; }

    /// <summary>Moves to the next term, if there is one.</summary>
    public abstract bool MoveNext();

    /// <summary>Moves to exactly this term; where it does not exist the cursor's place is undefined until the next seek.</summary>
    public abstract bool SeekExact(ReadOnlySpan<byte> term);

    /// <summary>
    /// Looks only where a term would be, and lets the processor fetch what a seek reads there: who locates several terms before seeking the first
    /// waits for memory once. The cursor's place is undefined until the next seek.
    /// </summary>
    public abstract TermPlace Locate(ReadOnlySpan<byte> term);

    /// <summary>As above, for a term that was located before.</summary>
    /// <param name="place">What <see cref="Locate"/> said of the term.</param>
    public abstract bool SeekExact(ReadOnlySpan<byte> term, in TermPlace place);

    /// <summary>Moves to the term or, failing that, to the next greater one.</summary>
    public abstract SeekStatus SeekCeil(ReadOnlySpan<byte> term);

    /// <summary>What is needed to read the current term's postings later.</summary>
    public abstract TermState State { get; }

    /// <summary>The current term's documents.</summary>
    /// <param name="features">What is going to be read; more than the field has indexed is no error, see <see cref="PostingsEnum"/>.</param>
    /// <param name="reuse">An enum that is no longer needed, to save an allocation.</param>
    public abstract PostingsEnum Postings(PostingsFeatures features, PostingsEnum? reuse = null);
}
