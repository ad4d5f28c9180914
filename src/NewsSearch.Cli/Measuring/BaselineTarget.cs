using NewsSearch.Archive;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.SmartCn;

namespace NewsSearch.Cli.Measuring;

/// <summary>
/// What one gets out of the box, on the same engine: the words of Lucene's SmartChineseAnalyzer in title or body, a word of the title counting twice.
/// Ten hits with their stored fields, the exact total and the counts, as the product gives them.
/// </summary>
/// <param name="searcher">Of an index of <see cref="WordsSchema"/>.</param>
/// <param name="isEveryWordRequired">Whether all words have to be there, or any.</param>
internal sealed class BaselineTarget(IndexSearcher searcher, bool isEveryWordRequired)
{
    private const float TitleBoost = 2;

    private readonly RankedTarget _ranked = new(searcher);

    /// <summary>The exact total of a text.</summary>
    public int Ask(string text)
    {
        var words = WordsOf(text);
        return words.Count == 0 ? 0 : _ranked.SearchCountAndFetch(new BooleanQuery(words.Select(Clause)));
    }

    private BooleanClause Clause(string word)
    {
        var either = new BooleanQuery(
            BooleanClause.Should(new BoostQuery(new TermQuery(ArticleSchema.Title, word), TitleBoost)),
            BooleanClause.Should(new TermQuery(ArticleSchema.Body, word)));
        return isEveryWordRequired ? BooleanClause.Must(either) : BooleanClause.Should(either);
    }

    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var stream = WordsSchema.Analyzer.CreateStream(ArticleSchema.Body);
        stream.Reset(text.AsMemory());
        while (stream.MoveNext()) words.Add(stream.Term.ToString());
        return words;
    }
}
