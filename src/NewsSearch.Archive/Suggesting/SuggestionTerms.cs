using System.Text;
using NewsSearch.SmartCn.Normalization;
using NewsSearch.SmartCn.Pinyin;

namespace NewsSearch.Archive.Suggesting;

/// <summary>
/// The terms by which an article's title, keywords, source and words are suggested. They are indexed with the article, so that
/// suggestions follow every write and cost no memory.
/// </summary>
internal static class SuggestionTerms
{
    /// <summary>Longest name or keyword that is suggested, in UTF-16 units.</summary>
    private const int MaxTextLength = 40;

    /// <summary>Characters of a title that can be typed in pinyin.</summary>
    private const int SpelledTitleLength = 12;

    /// <summary>Spellings of a title.</summary>
    private const int TitleSpellings = 2;

    /// <summary>
    /// A spelling less likely than this has neither a title nor initials: it would cost more room than it is worth. Whole words have it, for
    /// the sake of names like 厦门.
    /// </summary>
    private const double LeastLikelihood = 0.05;

    /// <summary>The terms for the words of the title, the keywords and the source, each once; see <see cref="SuggestionTerm"/>.</summary>
    public static IReadOnlyCollection<string> OfWords(Article article)
    {
        var terms = new HashSet<string>();
        var keys = new HashSet<string>();
        if (article.Source is { } source) Add(SuggestionKind.Source, source, terms, keys);
        // A word that is a keyword too counts as that alone.
        keys.Clear();
        foreach (var keyword in article.Keywords.Where(keyword => Occurs(keyword, article))) Add(SuggestionKind.Keyword, keyword, terms, keys);
        foreach (var word in TitleWords.Of(article.Title)) Add(SuggestionKind.Word, word, terms, keys);
        return terms;
    }

    /// <summary>The terms for the title: its key, the beginning in pinyin, and the first letters of that.</summary>
    public static IReadOnlyCollection<string> OfTitle(Article article)
    {
        var key = SuggestionKey.Of(article.Title);
        if (key.Length == 0) return [];
        var terms = new HashSet<string> { key };
        foreach (var spelling in PinyinSpeller.Spell(Beginning(key), TitleSpellings))
        {
            if (spelling.Likelihood < LeastLikelihood) continue;
            terms.Add(spelling.Full);
            terms.Add(spelling.Initials);
        }

        return terms;
    }

    private static void Add(SuggestionKind kind, string text, HashSet<string> terms, HashSet<string> keys)
    {
        text = text.Trim();
        if (text.Length is 0 or > MaxTextLength || text.EnumerateRunes().Any(c => Rune.IsControl(c) || c == Rune.ReplacementChar)) return;
        var key = SuggestionKey.Of(text);
        if (key.Length == 0 || !keys.Add(key)) return;
        terms.Add(new SuggestionTerm(kind, 0, text).For(key));
        foreach (var spelling in PinyinSpeller.Spell(key))
        {
            var halvings = (int)Math.Round(-Math.Log2(spelling.Likelihood));
            // Letters are first of all a syllable or a word, and only then initials: an is 安 and not 爱你.
            if (spelling.Full != key) terms.Add(Term(kind, halvings, text).For(spelling.Full));
            if (spelling.Initials != spelling.Full && spelling.Likelihood >= LeastLikelihood) terms.Add(Term(kind, halvings + 1, text).For(spelling.Initials));
        }
    }

    private static SuggestionTerm Term(SuggestionKind kind, int halvings, string text) =>
        new(kind, Math.Min(halvings, SuggestionTerm.MaxHalvings), text);

    /// <summary>Whether a search for the keyword would find the article: editors also give keywords that are not in the text.</summary>
    private static bool Occurs(string keyword, Article article)
    {
        if (article.Title.Contains(keyword, StringComparison.Ordinal) || article.Body.Contains(keyword, StringComparison.Ordinal)) return true;
        var normalized = TextNormalizer.Normalize(keyword).Trim();
        return normalized.Length > 0
            && (TextNormalizer.Normalize(article.Title).Contains(normalized, StringComparison.Ordinal)
                || TextNormalizer.Normalize(article.Body).Contains(normalized, StringComparison.Ordinal));
    }

    private static string Beginning(string key)
    {
        var length = 0;
        var characters = 0;
        foreach (var character in key.EnumerateRunes())
        {
            if (++characters > SpelledTitleLength) break;
            length += character.Utf16SequenceLength;
        }

        return key[..length];
    }
}
