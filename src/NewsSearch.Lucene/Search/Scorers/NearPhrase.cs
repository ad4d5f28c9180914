using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>One of two phrases that have to stand near each other.</summary>
/// <param name="Positions">Its terms in the segment, none moved yet.</param>
/// <param name="Length">How many positions an occurrence takes.</param>
internal sealed record NearPhrase(PhrasePosition[] Positions, int Length)
{
    public PhraseOccurrences Occurrences { get; } = new(Positions);

    public IEnumerable<PostingsEnum> Postings => Positions.Select(position => position.Postings);
}
