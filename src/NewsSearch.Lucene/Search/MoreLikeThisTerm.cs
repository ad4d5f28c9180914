using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Search;

/// <summary>A term chosen for a <see cref="MoreLikeThis"/> query.</summary>
/// <param name="Term">The term.</param>
/// <param name="TermFreq">Its occurrences in the text.</param>
/// <param name="DocFreq">The documents of the index that hold it.</param>
/// <param name="Weight">Why it was chosen: boost * occurrences * ln((1 + N) / documents), N being all documents.</param>
/// <param name="Boost">How much it counts in the query.</param>
public readonly record struct MoreLikeThisTerm(Term Term, int TermFreq, int DocFreq, double Weight, float Boost)
{
    /// <summary>Where the term is in the snapshot that it was chosen from, so that a search there need not look again.</summary>
    internal TermLookup? Lookup { get; init; }

    public bool Equals(MoreLikeThisTerm other) =>
        Term == other.Term && TermFreq == other.TermFreq && DocFreq == other.DocFreq && Weight.Equals(other.Weight) && Boost.Equals(other.Boost);

    public override int GetHashCode() => HashCode.Combine(Term, TermFreq, DocFreq, Weight, Boost);
}
