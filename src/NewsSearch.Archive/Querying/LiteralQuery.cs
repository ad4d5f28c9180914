using System.Text;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Querying;

/// <summary>
/// The substring promise as a query: exactly the articles whose field contains a text. Fields of character pairs hold each pair of
/// neighbours at the position of its first character, and the last character alone.
/// </summary>
internal static class LiteralQuery
{
    /// <summary>The articles whose field contains the text; none for an empty text.</summary>
    /// <param name="field">A field of character pairs.</param>
    /// <param name="normalizedText">Without lone surrogates, as normalised text is.</param>
    public static Query InField(string field, string normalizedText)
    {
        var characters = Characters(normalizedText);
        return characters.Count switch
        {
            0 => new MatchNoDocsQuery(),
            // Wherever the character stands, a term begins with it: a pair, or itself at the end of the text.
            1 => new PrefixQuery(field, characters[0]),
            _ => Phrase(field, characters),
        };
    }

    /// <summary>A text of two characters or more as a phrase of pairs; null if it is shorter.</summary>
    public static PhraseQuery? PhraseInField(string field, string normalizedText)
    {
        var characters = Characters(normalizedText);
        return characters.Count < 2 ? null : Phrase(field, characters);
    }

    /// <summary>The number of terms that the text costs in a field.</summary>
    public static int TermCount(string normalizedText) => normalizedText.Length / 2 + 1;

    private static List<string> Characters(string text)
    {
        var characters = new List<string>(text.Length);
        foreach (var character in text.EnumerateRunes()) characters.Add(character.ToString());
        return characters;
    }

    // Every other pair and the last one hold all characters and their order; the pairs between would only cost time.
    private static PhraseQuery Phrase(string field, List<string> characters)
    {
        var terms = new List<string>();
        var positions = new List<int>();
        for (var i = 0; i < characters.Count - 1; i += 2) Add(i);
        if (characters.Count % 2 == 1) Add(characters.Count - 2);
        return new PhraseQuery(field, terms, positions);

        void Add(int at)
        {
            terms.Add(characters[at] + characters[at + 1]);
            positions.Add(at);
        }
    }
}
