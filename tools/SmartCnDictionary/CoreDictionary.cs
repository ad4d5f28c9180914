using NewsSearch.SmartCn.Dictionary;

namespace SmartCnDictionary;

/// <summary>The words of coredict.mem.</summary>
/// <remarks>
/// Its four arrays: for each slot of a hash table of first characters the number of a list (short[]), the characters themselves
/// (char[], 0 for none), the lists of what follows the first character (char[][][]), and the counts beside them (int[][]).
/// </remarks>
internal sealed class CoreDictionary
{
    /// <summary>What SmartCn reads for a run of letters, a run of digits, the start and the end of a sentence.</summary>
    private static readonly string[] s_markers = ["未##串", "未##数", "始##始", "末##末"];

    private CoreDictionary(Dictionary<string, int> counts) => Counts = counts;

    public IReadOnlyDictionary<string, int> Counts { get; }

    public static CoreDictionary Read(JavaArrayReader reader)
    {
        var lists = (short[])reader.ReadArray()!;
        var characters = (char[])reader.ReadArray()!;
        var suffixes = (object?[])reader.ReadArray()!;
        var counts = (object?[])reader.ReadArray()!;
        var words = new Dictionary<string, int>();
        for (var slot = 0; slot < characters.Length; slot++)
        {
            if (characters[slot] == 0) continue;
            var listSuffixes = (object?[])suffixes[lists[slot]]!;
            var listCounts = (int[])counts[lists[slot]]!;
            for (var i = 0; i < listSuffixes.Length; i++)
            {
                words.Add(characters[slot] + new string((char[]?)listSuffixes[i]), listCounts[i]);
            }
        }

        return new CoreDictionary(words);
    }

    /// <summary>
    /// Every text that a token of the segmenter can have in a pair: words of Han characters, single Han characters known or not, the
    /// markers, and every other single character, for any of them may be a delimiter. Characters beyond U+FFFF are left out:
    /// the dictionary comes from GB 2312, which has none.
    /// </summary>
    public List<string> TokenTexts()
    {
        var texts = new List<string>(s_markers);
        foreach (var word in Counts.Keys)
        {
            if (word.Length > 1 && word.All(WordTrie.IsHan)) texts.Add(word);
        }

        for (var c = '\u0001'; c < char.MaxValue; c++)
        {
            if (IsHanOrDelimiter(c)) texts.Add(c.ToString());
        }

        texts.Sort(string.CompareOrdinal);
        return texts;
    }

    /// <summary>Whether the word can be a token at all; the others (those with a slash, say) are not converted.</summary>
    public static bool IsReachable(string word) => word.All(WordTrie.IsHan) || s_markers.Contains(word);

    private static bool IsHanOrDelimiter(char c) =>
        WordTrie.IsHan(c) || c is >= '\u0021' and <= '\u00BB' or >= '\u2010' and <= '\u2642' or >= '\u3001' and <= '\u301E'
            or >= '\uFE30' and <= '\uFF63';
}
