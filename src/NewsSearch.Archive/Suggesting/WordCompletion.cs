using System.Text;
using NewsSearch.Archive.Querying;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Suggesting;

/// <summary>Completes what was typed to words of titles, keywords and sources, those of the most articles first.</summary>
internal sealed class WordCompletion(IndexSearcher searcher, Func<string, Query?> read, CancellationToken cancellationToken)
{
    /// <summary>The most sources: they have many more articles than words have.</summary>
    private const int MaxSources = 2;

    /// <summary>Candidates that are looked at for one suggestion; more fail only where nearly all their articles were deleted.</summary>
    private const int CandidatesPerSuggestion = 4;

    /// <summary>Terms of one text: ways to write it, times kinds.</summary>
    private const int MaxTermsOfText = 64;

    private static readonly Sort s_latest = Sort.ByNumber(ArticleSchema.PublishedMillis, isDescending: true, isMissingLast: true);

    /// <summary>The suggestions, at most so many.</summary>
    public List<NewsSuggestion> Complete(TypedPrefix typed, int size)
    {
        var best = new BestTerms(searcher, cancellationToken);
        foreach (var form in typed.Forms) best.Take(form);
        var words = Verify(best, size);
        if (words.Count >= size || typed.Lead.Length == typed.Key.Length) return words;
        best.TakeMixed(typed);
        return Verify(best, size);
    }

    private List<NewsSuggestion> Verify(BestTerms best, int size)
    {
        var found = new List<NewsSuggestion>(size);
        var sources = 0;
        foreach (var candidate in Candidate.Of(best.All()).Take(size * CandidatesPerSuggestion))
        {
            if (found.Count == size) break;
            var isSource = candidate.Kind == SuggestionKind.Source;
            if ((isSource && sources == MaxSources) || Verify(candidate) is not { } suggestion) continue;
            found.Add(suggestion);
            if (isSource) sources++;
        }

        return found;
    }

    /// <summary>The candidate with the exact number of its articles; null if they are deleted or a search would not find the latest of them.</summary>
    private NewsSuggestion? Verify(Candidate candidate)
    {
        var carriers = new BooleanQuery(TermsOf(candidate).Select(term => BooleanClause.Should(new TermQuery(ArticleSchema.Suggest, term))));
        var latest = searcher.Search(carriers, new SearchOptions { Size = 1, Sort = s_latest, CancellationToken = cancellationToken });
        if (latest.TotalHits == 0) return null;
        var query = candidate.Kind == SuggestionKind.Source
            ? QueryText.Write(new QueryNode.Source(candidate.Text, IsPrefix: false))
            : candidate.Text;
        return read(query) is { } reading && searcher.Explain(reading, latest.ScoreDocs[0].DocId).IsMatch
            ? new NewsSuggestion(candidate.Text, candidate.Kind, query, latest.TotalHits)
            : null;
    }

    private List<string> TermsOf(Candidate candidate)
    {
        var own = new List<string>();
        var start = Encoding.UTF8.GetBytes(candidate.Key + SuggestionTerm.Separator);
        using var terms = searcher.Terms(ArticleSchema.Suggest);
        for (var hasTerm = terms.SeekCeil(start); hasTerm && terms.Term.StartsWith(start) && own.Count < MaxTermsOfText; hasTerm = terms.MoveNext())
            if (SuggestionTerm.Read(terms.Term) is { } term && candidate.Has(term)) own.Add(Encoding.UTF8.GetString(terms.Term));
        return own;
    }
}
