using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search;

namespace NewsSearch.Archive.Suggesting;

/// <summary>How often neighbouring characters of a text are neighbours in the archive, which says where a text is wrong.</summary>
internal sealed class PairFrequencies(IndexSearcher searcher)
{
    private readonly Dictionary<string, int> _known = [];

    /// <summary>Articles with the rarest pair of neighbours of the text; 0 says that no article contains the text.</summary>
    public int Least(string text) => text.Length < 2 ? 0 : Enumerable.Range(0, text.Length - 1).Min(at => Of(text, at));

    /// <summary>Where the rarest pair begins.</summary>
    public int Weakest(string text) => Enumerable.Range(0, text.Length - 1).MinBy(at => Of(text, at));

    private int Of(string text, int at)
    {
        var pair = text.Substring(at, 2);
        if (_known.TryGetValue(pair, out var known)) return known;
        var reader = searcher.Reader;
        return _known[pair] = reader.DocFreq(new Term(ArticleSchema.TitleGram, pair)) + reader.DocFreq(new Term(ArticleSchema.BodyGram, pair));
    }
}
