using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Search;

/// <summary>
/// Makes a query for documents that are like a text: its best terms by frequency times rarity, any of which may match. The
/// document that the text comes from is found as well; exclude it where it is not wanted. Thread-safe.
/// </summary>
/// <remarks>
/// Source: the weighting and the 100 terms are those of P. Yang, J. Lin, "Anserini at TREC 2018: CENTRE, Common Core, and News Tracks", TREC 2018
/// (background linking of news).
/// </remarks>
public sealed class MoreLikeThis
{
    private readonly IndexSearcher _searcher;
    private readonly Analyzer _analyzer;
    private readonly MoreLikeThisOptions _options;

    public MoreLikeThis(IndexSearcher searcher, Analyzer analyzer, MoreLikeThisOptions options)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentOutOfRangeException.ThrowIfNegative(options.TermCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.TermCount, SearchLimits.MaxClauseCount);
        _searcher = searcher;
        _analyzer = analyzer;
        _options = options;
    }

    /// <summary>The query; one that matches nothing if no term qualifies.</summary>
    public Query CreateQuery(params IReadOnlyList<MoreLikeThisSource> sources) => CreateQuery(ChooseTerms(sources));

    /// <summary>The query for terms chosen before, possibly with some of them left out or boosted otherwise.</summary>
    public static Query CreateQuery(IReadOnlyList<MoreLikeThisTerm> terms) => terms.Count == 0
        ? new MatchNoDocsQuery()
        : new BooleanQuery(terms.Select(term => BooleanClause.Should(new BoostQuery(new TermQuery(term.Term) { Lookup = term.Lookup }, term.Boost))));

    /// <summary>The best terms of all texts together, the best first.</summary>
    public IReadOnlyList<MoreLikeThisTerm> ChooseTerms(params IReadOnlyList<MoreLikeThisSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        using var use = _searcher.Use();
        using var choice = new MoreLikeThisChoice(_searcher, _options);
        foreach (var source in sources)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(source.Boost);
            choice.Add(source, CountTerms(source));
        }

        var chosen = choice.Choose();
        if (_options.Boost != MoreLikeThisBoost.Weight) return chosen;
        return [.. chosen.Select(term => term with { Boost = (float)(term.Weight / chosen[0].Weight) })];
    }

    private TextTerm[] CountTerms(MoreLikeThisSource source)
    {
        var freqs = new Dictionary<string, int>();
        var byChars = freqs.GetAlternateLookup<ReadOnlySpan<char>>();
        var stream = KeptStreams.Take(_analyzer, source.Field);
        stream.Reset(source.Text.AsMemory());
        while (stream.MoveNext())
            if (IsWanted(stream.Term)) CollectionsMarshal.GetValueRefOrAddDefault(byChars, stream.Term, out _)++;
        KeptStreams.Keep(_analyzer, source.Field, stream, source.Text.Length);
        return [.. freqs.Where(term => term.Value >= _options.MinimumTermFreq).Select(term => new TextTerm(term.Key, term.Value))];
    }

    private bool IsWanted(ReadOnlySpan<char> term)
    {
        var length = 0;
        var isNumber = true;
        foreach (var rune in term.EnumerateRunes())
        {
            length++;
            isNumber &= Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber;
        }

        return length >= _options.MinimumTermLength && !(isNumber && _options.SkipsNumbers);
    }
}
