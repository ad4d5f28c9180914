using NewsSearch.Archive.Querying;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Explaining;

/// <summary>Tells what a query that is made of no others looks for, and where.</summary>
internal static class ScoreLeaf
{
    /// <param name="query">As the engine was asked.</param>
    /// <param name="units">The texts of units.</param>
    public static (ScorePartKind Kind, string Text, ArticlePlace? Place) Read(Query query, IReadOnlySet<string> units) => query switch
    {
        TermQuery { Term: var term } when PlaceOf(term.Field) is { } place => (ScorePartKind.Word, term.Text, place),
        PhraseQuery phrase when PlaceOf(phrase.Field) is { } place => Characters(TextOf(phrase), place, units),
        PrefixQuery { Prefix: { Field: ArticleSchema.TitleGram or ArticleSchema.BodyGram } first } => Characters(first.Text, PlaceOf(first.Field)!.Value, units),
        PrefixQuery { Prefix: var beginning } when PlaceOf(beginning.Field) is { } place => (ScorePartKind.Prefix, beginning.Text, place),
        NearQuery near when PlaceOf(near.Field) is { } place => (ScorePartKind.Near, $"{TextOf(near.First)} {TextOf(near.Second)}", place),
        _ when query.Equals(Loosening.StricterMatch) => (ScorePartKind.StricterMatch, "", null),
        CoverageQuery => (ScorePartKind.Coverage, "", null),
        _ => (ScorePartKind.Other, "", null),
    };

    private static (ScorePartKind Kind, string Text, ArticlePlace? Place) Characters(string text, ArticlePlace place, IReadOnlySet<string> units) =>
        (IsExact(text, units) ? ScorePartKind.Exact : ScorePartKind.Characters, text, place);

    // Units are also looked for by their parts; only what is longer than a unit is what the reader wrote around it.
    private static bool IsExact(string text, IReadOnlySet<string> units) =>
        !units.Contains(text) && units.Any(unit => text.Contains(unit, StringComparison.Ordinal));

    private static ArticlePlace? PlaceOf(string field) => field switch
    {
        ArticleSchema.Title or ArticleSchema.TitleGram => ArticlePlace.Title,
        ArticleSchema.Body or ArticleSchema.BodyGram => ArticlePlace.Body,
        _ => null,
    };

    /// <summary>The text that a phrase of pairs of characters stands for: each pair has the characters of its position and the next.</summary>
    private static string TextOf(PhraseQuery phrase)
    {
        var characters = new SortedDictionary<int, string>();
        for (var i = 0; i < phrase.Terms.Count; i++)
        {
            var position = phrase.Positions[i];
            foreach (var character in phrase.Terms[i].EnumerateRunes()) characters[position++] = character.ToString();
        }

        return string.Concat(characters.Values);
    }
}
