using System.Text;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.SmartCn.Pinyin;
using NewsSearch.SmartCn.Shapes;

namespace NewsSearch.Archive.Suggesting;

/// <summary>
/// What a word with Han characters may have been meant to be. Where its rarest pair of neighbours is, it is wrong: parts of it there are
/// exchanged for words of the same sound and characters for look-alikes. What has a pair that no article has is left out.
/// </summary>
internal sealed class HanCorrections(IndexSearcher searcher, PairFrequencies pairs, CancellationToken cancellationToken)
{
    /// <summary>Longest word that is corrected, in UTF-16 units.</summary>
    public const int MaxLength = 8;

    private const int MaxPartLength = 4;

    /// <summary>Any character may be wrong only in a longer word: 张国清 is no correction of 张国荣.</summary>
    private const int MinLengthOfSimilar = 4;

    /// <summary>Words of one sound that are tried.</summary>
    private const int MaxHomophones = 32;

    private const double SameSound = 1;
    private const double LookAlike = 0.8;
    private const double SimilarSound = 0.7;
    private const double Similar = 0.6;

    private readonly Dictionary<string, Correction> _found = [];

    /// <summary>The corrections of a normalised word of at least two characters, in no order.</summary>
    public IReadOnlyCollection<Correction> Find(string word)
    {
        var weakest = pairs.Weakest(word);
        AddSoundsOf(word, 0, word.Length);
        if (word.Length <= MaxPartLength) AddSimilarSounds(word);
        for (var length = 2; length <= Math.Min(MaxPartLength, word.Length - 1); length++)
        {
            for (var start = Math.Max(0, weakest - length + 1); start <= Math.Min(weakest + 1, word.Length - length); start++) AddSoundsOf(word, start, length);
        }

        var isShort = word.Length <= MaxPartLength;
        for (var at = isShort ? 0 : weakest; at <= (isShort ? word.Length - 1 : weakest + 1); at++) AddLookAlikes(word, at);
        if (word.Length >= MinLengthOfSimilar) AddSimilar(word);
        _found.Remove(word);
        return _found.Values;
    }

    private void AddSoundsOf(string word, int start, int length)
    {
        var part = word.Substring(start, length);
        if (part.Any(char.IsAscii)) return;
        foreach (var spelling in PinyinSpeller.Spell(part))
        {
            foreach (var other in WordsTypedAs(spelling.Full))
                if (SharesCharacter(part, other)) Add(word[..start] + other + word[(start + length)..], CorrectionReason.SameSound, SameSound * Math.Sqrt(spelling.Likelihood));
        }
    }

    /// <summary>One syllable at a time is exchanged for one that sounds alike.</summary>
    private void AddSimilarSounds(string word)
    {
        var syllables = new List<string>();
        foreach (var character in word.EnumerateRunes())
        {
            var readings = ReadingTable.Embedded.Of(character);
            syllables.Add(readings.IsEmpty ? character.ToString() : readings[0].Syllable);
        }

        for (var i = 0; i < syllables.Count; i++)
        {
            foreach (var alike in SimilarSounds.Of(syllables[i]))
            {
                var typed = string.Concat(syllables[..i]) + alike + string.Concat(syllables[(i + 1)..]);
                foreach (var other in WordsTypedAs(typed))
                    if (SharesCharacter(word, other)) Add(other, CorrectionReason.SameSound, SimilarSound);
            }
        }
    }

    private void AddLookAlikes(string word, int at)
    {
        var other = word.ToCharArray();
        foreach (var alike in LookAlikes.Embedded.Of(word[at]))
        {
            other[at] = alike;
            // Hardly any is in the archive; only of what is there a text is made.
            if (pairs.Least(other) > 0 && new string(other) is var text && IsInWord(text, at)) Add(text, CorrectionReason.LookAlike, LookAlike);
        }
    }

    /// <summary>Whether the character is part of a word or keyword of the archive where it stands.</summary>
    private bool IsInWord(string text, int at)
    {
        for (var length = 2; length <= Math.Min(MaxPartLength, text.Length); length++)
        {
            for (var start = Math.Max(0, at - length + 1); start <= Math.Min(at, text.Length - length); start++)
                if (TypedTerms.Of(searcher, text.Substring(start, length), 1).Count > 0) return true;
        }

        return false;
    }

    /// <summary>Nobody mistypes all of a word; without a character in common it is another word, which the archive happens to have.</summary>
    private static bool SharesCharacter(string part, string other) => other != part && other.Any(part.Contains);

    private void AddSimilar(string word)
    {
        foreach (var kind in (SuggestionKind[])[SuggestionKind.Keyword, SuggestionKind.Word])
        {
            var term = new SuggestionTerm(kind, 0, word).For(word);
            foreach (var near in searcher.TermsLike(new FuzzyQuery(ArticleSchema.Suggest, term) { MaxEdits = 1, PrefixLength = 1, MaxExpansions = 8 }, cancellationToken))
            {
                // A shorter word finds more of everything and corrects nothing.
                if (SuggestionTerm.Read(Encoding.UTF8.GetBytes(near.Text)) is { } found && SuggestionKey.Of(found.Text) is var key && key.Length >= word.Length)
                    Add(key, CorrectionReason.Similar, Similar);
            }
        }
    }

    private IEnumerable<string> WordsTypedAs(string typed) =>
        TypedTerms.Of(searcher, typed, MaxHomophones).Select(found => SuggestionKey.Of(found.Term.Text)).Distinct();

    private void Add(string text, CorrectionReason reason, double likelihood)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var least = pairs.Least(text);
        if (least == 0) return;
        var weight = likelihood * Math.Log2(1 + least);
        if (!_found.TryGetValue(text, out var known) || known.Weight < weight) _found[text] = new Correction(text, reason, weight);
    }
}
