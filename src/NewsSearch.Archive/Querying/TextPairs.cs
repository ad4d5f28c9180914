using NewsSearch.SmartCn.Normalization;

namespace NewsSearch.Archive.Querying;

/// <summary>
/// What a long text is made of where its words don't help: every two Han characters that stand side by side, and words of letters and digits. Other
/// writers cut and choose words differently, but most of the pairs of a summary stand in the text that it summarises.
/// </summary>
internal static class TextPairs
{
    /// <summary>A text of fewer is too short for a share of its pairs to say anything.</summary>
    public const int Least = 8;

    /// <summary>More make the answer slower and no better.</summary>
    public const int Most = 64;

    /// <summary>An article with a smaller share of the pairs has little to do with the text.</summary>
    public const double FewestShare = 0.15;

    /// <summary>The different pairs of texts, in their order, the first <see cref="Most"/> of them.</summary>
    public static IReadOnlyList<QueryUnit> Of(IEnumerable<string> texts)
    {
        var pairs = new OrderedDictionary<string, QueryUnit>();
        foreach (var text in texts) Add(TextNormalizer.Normalize(text).Trim(), pairs);
        return [.. pairs.Values.Take(Most)];
    }

    private static void Add(string chunk, OrderedDictionary<string, QueryUnit> pairs)
    {
        ChunkToken? before = null;
        foreach (var token in ChunkTokens.Read(chunk))
        {
            var text = chunk.AsSpan(token.Start, token.End - token.Start);
            if (token.Kind is ChunkTokenKind.Single or ChunkTokenKind.Han)
            {
                var start = before is { } word && word.Touches(token) ? LastCharacter(chunk, word) : token.Start;
                AddRun(chunk[start..token.End], pairs);
                before = token;
                continue;
            }

            before = null;
            var isWord = token.Kind != ChunkTokenKind.Quantity && char.IsAsciiLetterOrDigit(text[0]);
            pairs.TryAdd(text.ToString(), new QueryUnit(text.ToString(), UnitRole.Required, isWord));
        }
    }

    private static int LastCharacter(string chunk, ChunkToken word) => word.End - (char.IsLowSurrogate(chunk[word.End - 1]) ? 2 : 1);

    private static void AddRun(string characters, OrderedDictionary<string, QueryUnit> pairs)
    {
        var before = "";
        foreach (var rune in characters.EnumerateRunes())
        {
            var character = rune.ToString();
            if (before.Length > 0) pairs.TryAdd(before + character, new QueryUnit(before + character, UnitRole.Required, IsWord: false));
            before = character;
        }
    }
}
