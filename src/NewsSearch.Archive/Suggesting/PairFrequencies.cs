using NewsSearch.Lucene.Search;

namespace NewsSearch.Archive.Suggesting;

/// <summary>How often neighbouring characters of a text are neighbours in the archive, which says where a text is wrong.</summary>
internal sealed class PairFrequencies
{
    private readonly TermFrequencies _titles;
    private readonly TermFrequencies _bodies;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _known = new Dictionary<string, int>().GetAlternateLookup<ReadOnlySpan<char>>();

    public PairFrequencies(IndexSearcher searcher)
    {
        _titles = searcher.Frequencies(ArticleSchema.TitleGram);
        _bodies = searcher.Frequencies(ArticleSchema.BodyGram);
    }

    /// <summary>Articles with the rarest pair of neighbours of the text; 0 says that no article contains the text.</summary>
    public int Least(ReadOnlySpan<char> text)
    {
        var least = text.Length < 2 ? 0 : int.MaxValue;
        // Nothing is rarer than what is nowhere.
        for (var at = 0; at + 1 < text.Length && least > 0; at++) least = Math.Min(least, Of(text, at));
        return least;
    }

    /// <summary>Where the rarest pair begins.</summary>
    public int Weakest(string text) => Enumerable.Range(0, text.Length - 1).MinBy(at => Of(text, at));

    private int Of(ReadOnlySpan<char> text, int at)
    {
        var pair = text.Slice(at, 2);
        if (_known.TryGetValue(pair, out var known)) return known;
        return _known[pair] = _titles.DocFreq(pair) + _bodies.DocFreq(pair);
    }
}
