using NewsSearch.Archive.Querying;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Suggesting;

/// <summary>
/// Looks for what a reader meant whose query finds nothing, or hardly anything. Only a query that was counted and finds more is offered.
/// </summary>
/// <param name="searcher">The snapshot.</param>
/// <param name="read">Makes a query of the engine of a reader's, all of which has to match; null if that can't be.</param>
/// <param name="cancellationToken">Ends the search early.</param>
internal sealed class Corrector(IndexSearcher searcher, Func<NewsQuery, Query?> read, CancellationToken cancellationToken)
{
    /// <summary>A query that finds more is right as it is.</summary>
    public const int FewHits = 3;

    /// <summary>So many times more has a correction to find where the query finds something: that may be rare and right.</summary>
    public const int LeastGain = 100;

    /// <summary>Words of a query that are tried, the rarest first.</summary>
    private const int MaxWords = 2;

    /// <summary>Corrections that are counted.</summary>
    private const int MaxCounted = 6;

    private readonly PairFrequencies _pairs = new(searcher);

    /// <summary>The best correction; null if there is none.</summary>
    /// <param name="query">What was asked.</param>
    /// <param name="total">How many articles match all of it.</param>
    public DidYouMean? Find(NewsQuery query, int total)
    {
        if (total > FewHits || string.IsNullOrWhiteSpace(query.Text)) return null;
        var needed = total == 0 ? 1 : total * LeastGain;
        return Words(query.Text)
            .OrderBy(Frequency)
            .Take(MaxWords)
            .SelectMany(word => CorrectionsOf(word.Text).Select(correction => (word, correction)))
            .OrderByDescending(pair => pair.correction.Weight)
            .ThenBy(pair => pair.correction.Text, StringComparer.Ordinal)
            .Take(MaxCounted)
            .Select(pair => Count(query, pair.word, pair.correction))
            .Where(found => found.Answer.Total >= needed)
            .OrderByDescending(found => found.Weight)
            .Select(found => found.Answer)
            .FirstOrDefault();
    }

    /// <summary>The plain words of a query: not what stands in quotes, after a field or after a minus.</summary>
    private static List<Word> Words(string text)
    {
        var words = new List<Word>();
        var before = QueryTokenKind.End;
        foreach (var token in QueryLexer.Read(text, new QueryNotes()))
        {
            var normalized = token.Kind == QueryTokenKind.Word && before is not (QueryTokenKind.Field or QueryTokenKind.Minus)
                ? SuggestionKey.Of(token.Text)
                : "";
            before = token.Kind;
            if (normalized.Length > 1 && normalized.Length <= (IsLatin(normalized) ? LatinCorrections.MaxLength - 1 : HanCorrections.MaxLength))
                words.Add(new Word(normalized, token.Start, token.End));
        }

        return words;
    }

    private static bool IsLatin(string word) => word.All(char.IsAscii);

    private int Frequency(Word word) => _pairs.Least(word.Text);

    private IEnumerable<Correction> CorrectionsOf(string word) => IsLatin(word)
        ? new LatinCorrections(searcher, cancellationToken).Find(word)
        : new HanCorrections(searcher, _pairs, cancellationToken).Find(word);

    private (DidYouMean Answer, double Weight) Count(NewsQuery query, Word word, Correction correction)
    {
        var text = query.Text[..word.Start] + correction.Text + query.Text[word.End..];
        var total = text.Length <= NewsQuery.MaxTextLength && read(query with { Text = text }) is { } reading
            ? searcher.Count(reading, cancellationToken)
            : 0;
        return (new DidYouMean(text, total, correction.Reason), correction.Weight * Math.Log2(1 + total));
    }

    /// <summary>A word of a query, normalised, and where it stands in the query's text.</summary>
    private sealed record Word(string Text, int Start, int End);
}
