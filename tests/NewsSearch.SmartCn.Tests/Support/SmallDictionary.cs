using NewsSearch.SmartCn.Dictionary;

namespace NewsSearch.SmartCn.Tests.Support;

/// <summary>Dictionaries of a few words, for tests.</summary>
internal static class SmallDictionary
{
    public static DictionaryContent Content((string Word, int Count)[] words, (string Left, string Right, int Count)[] bigrams)
    {
        var sorted = words.OrderBy(word => word.Word, StringComparer.Ordinal).ToArray();
        var names = sorted.Select(word => word.Word).ToList();
        var pairs = bigrams.Select(b => (Left: names.IndexOf(b.Left), Right: names.IndexOf(b.Right), b.Count)).Order().ToArray();
        var wordStarts = new int[names.Count + 1];
        var bigramStarts = new int[names.Count + 1];
        for (var i = 0; i < names.Count; i++)
        {
            wordStarts[i + 1] = wordStarts[i] + names[i].Length;
            bigramStarts[i + 1] = pairs.Count(pair => pair.Left <= i);
        }

        return new DictionaryContent
        {
            Characters = string.Concat(names).ToCharArray(),
            WordStarts = wordStarts,
            WordCounts = [.. sorted.Select(word => word.Count)],
            BigramStarts = bigramStarts,
            BigramRights = [.. pairs.Select(pair => pair.Right)],
            BigramCounts = [.. pairs.Select(pair => pair.Count)],
        };
    }
}
