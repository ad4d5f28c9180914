using NewsSearch.SmartCn.Dictionary;

namespace SmartCnDictionary;

/// <summary>Lays words and bigrams out in the flat arrays of the dictionary file.</summary>
internal static class ContentBuilder
{
    public static DictionaryContent Build(CoreDictionary words, List<(string Left, string Right, int Count)> bigrams)
    {
        var texts = new SortedSet<string>(words.Counts.Keys.Where(CoreDictionary.IsReachable), StringComparer.Ordinal);
        foreach (var (left, right, _) in bigrams)
        {
            texts.Add(left);
            texts.Add(right);
        }

        var sorted = texts.ToArray();
        var numbers = new Dictionary<string, int>();
        for (var i = 0; i < sorted.Length; i++) numbers.Add(sorted[i], i);
        var pairs = bigrams.Select(b => (Left: numbers[b.Left], Right: numbers[b.Right], b.Count)).Order().ToArray();

        var wordStarts = new int[sorted.Length + 1];
        var bigramStarts = new int[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++) wordStarts[i + 1] = wordStarts[i] + sorted[i].Length;
        foreach (var (left, _, _) in pairs) bigramStarts[left + 1]++;
        for (var i = 0; i < sorted.Length; i++) bigramStarts[i + 1] += bigramStarts[i];
        return new DictionaryContent
        {
            Characters = string.Concat(sorted).ToCharArray(),
            WordStarts = wordStarts,
            WordCounts = [.. sorted.Select(word => words.Counts.GetValueOrDefault(word))],
            BigramStarts = bigramStarts,
            BigramRights = [.. pairs.Select(pair => pair.Right)],
            BigramCounts = [.. pairs.Select(pair => pair.Count)],
        };
    }
}
