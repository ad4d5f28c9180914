using System.Text;
using NewsSearch.Lucene.Search;

namespace NewsSearch.Archive.Suggesting;

/// <summary>The words and keywords of the archive that are typed with exactly these letters or characters.</summary>
internal static class TypedTerms
{
    /// <summary>The terms with the number of their articles, at most so many.</summary>
    public static List<(SuggestionTerm Term, int DocFreq)> Of(IndexSearcher searcher, string typed, int most)
    {
        var found = new List<(SuggestionTerm, int)>();
        var start = Encoding.UTF8.GetBytes(typed + SuggestionTerm.Separator);
        using var terms = searcher.Terms(ArticleSchema.Suggest);
        for (var hasTerm = terms.SeekCeil(start); hasTerm && terms.Term.StartsWith(start) && found.Count < most; hasTerm = terms.MoveNext())
            if (SuggestionTerm.Read(terms.Term) is { Kind: not SuggestionKind.Source } term) found.Add((term, terms.DocFreq));
        return found;
    }
}
