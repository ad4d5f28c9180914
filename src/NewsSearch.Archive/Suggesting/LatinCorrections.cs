using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.SmartCn.Pinyin;

namespace NewsSearch.Archive.Suggesting;

/// <summary>What a word of letters and digits may have been meant to be: Chinese words that are typed so, or a word that is spelt nearly so.</summary>
internal sealed class LatinCorrections(IndexSearcher searcher, CancellationToken cancellationToken)
{
    /// <summary>Longest word that is corrected.</summary>
    public const int MaxLength = 40;

    /// <summary>Shorter words are near too many others.</summary>
    private const int MinLengthOfSimilar = 4;

    /// <summary>From this length on two letters may be wrong.</summary>
    private const int LengthOfTwoEdits = 8;

    private const int MaxHomophones = 64;
    private const int MaxSimilar = 8;
    private const double SimilarLikelihood = 0.6;

    /// <summary>The corrections of a normalised word, in no order.</summary>
    public IEnumerable<Correction> Find(string word) => Sounds(word).Concat(word.Length < MinLengthOfSimilar ? [] : SimilarWords(word));

    private IEnumerable<Correction> Sounds(string word) => PinyinSpeller.Readings(word)
        .SelectMany(typed => TypedTerms.Of(searcher, typed, MaxHomophones))
        .Where(found => SuggestionKey.Of(found.Term.Text) != word)
        .Select(found => new Correction(found.Term.Text, CorrectionReason.SameSound, Math.Log2(1 + (found.DocFreq / (double)(1 << found.Term.Halvings)))));

    private IEnumerable<Correction> SimilarWords(string word)
    {
        var edits = word.Length < LengthOfTwoEdits ? 1 : 2;
        foreach (var near in searcher.TermsLike(
            new FuzzyQuery(ArticleSchema.Body, word) { MaxEdits = edits, PrefixLength = 1, MaxExpansions = MaxSimilar }, cancellationToken))
        {
            if (near.Text == word || near.Text.All(char.IsAsciiDigit)) continue;
            var articles = searcher.Reader.DocFreq(new Term(ArticleSchema.Body, near.Text));
            yield return new Correction(near.Text, CorrectionReason.Similar, SimilarLikelihood * Math.Log2(1 + articles));
        }
    }
}
