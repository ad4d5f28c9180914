namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>The documents that hold a term, deleted ones included, with frequencies and positions as far as they are indexed.</summary>
internal abstract class PostingsEnum : DocIdSetIterator
{
    /// <summary>How often the document holds the term; 1 where frequencies are not indexed.</summary>
    public abstract int Freq { get; }

    /// <summary>The next position of the term in the document; may be called <see cref="Freq"/> times per document.</summary>
    /// <returns>The position from 0, or -1 where positions are not indexed.</returns>
    public abstract int NextPosition();

    /// <summary>Where the token at the current position starts, in UTF-16 units; -1 where offsets are not indexed.</summary>
    public abstract int StartOffset { get; }

    /// <summary>Where the token at the current position ends (exclusive); -1 where offsets are not indexed.</summary>
    public abstract int EndOffset { get; }
}
