using NewsSearch.SmartCn.Dictionary;
using NewsSearch.SmartCn.Tests.Support;

namespace NewsSearch.SmartCn.Tests.Dictionary;

public sealed class BigramWeightsTests
{
    private const double N = BigramWeights.CorpusWordCount;

    [Fact]
    public void A_pair_that_was_seen_costs_less_than_one_that_was_not_and_both_as_the_formula_says()
    {
        var dictionary = new HmmDictionary(SmallDictionary.Content(
            [("中", 7), ("中国", 300), ("国", 5), ("，", 12)],
            [("中", "国", 2), ("国", "中国", 1), ("，", "中国", 9)]));
        var (china, middle, state) = (Node(dictionary, "中国"), Node(dictionary, "中"), Node(dictionary, "国"));
        Assert.Equal(-Math.Log(0.1 * 8 / N + 0.9 * ((1 - 1 / N) * 2 / 8 + 1 / N)), dictionary.Weights.Weight(middle, state), 1e-12);
        Assert.Equal(-Math.Log(0.1 * 6 / N + 0.9 * ((1 - 1 / N) * 1 / 6 + 1 / N)), dictionary.Weights.Weight(state, china), 1e-12);
        Assert.Equal(-Math.Log(0.1 * 301 / N + 0.9 / N), dictionary.Weights.Weight(china, middle), 1e-12);

        // A delimiter counts as the most frequent word, in a pair or not.
        Assert.Equal(-Math.Log(0.1 * (N + 1) / N + 0.9 * ((1 - 1 / N) * 9 / (N + 1) + 1 / N)), dictionary.Weights.Weight(dictionary.Delimiter('，'), china), 1e-12);
        Assert.Equal(-Math.Log(0.1 * (N + 1) / N + 0.9 / N), dictionary.Weights.Weight(dictionary.Delimiter('。'), china), 1e-12);
    }

    [Fact]
    public void Every_pair_of_a_word_with_many_neighbours_is_found()
    {
        var rights = Enumerable.Range(0, 257).Select(i => ((char)(WordTrie.FirstHan + i * 7)).ToString()).ToArray();
        var dictionary = new HmmDictionary(SmallDictionary.Content(
            [.. rights.Select(right => (right, 1)), ("人民", 1000)],
            [.. rights.Select((right, i) => ("人民", right, i + 1))]));
        var people = Node(dictionary, "人民");
        for (var i = 0; i < rights.Length; i++)
        {
            var expected = -Math.Log(BigramWeights.Probability(1000, i + 1));
            Assert.Equal(expected, dictionary.Weights.Weight(people, Node(dictionary, rights[i])), 1e-12);
        }

        Assert.Equal(-Math.Log(BigramWeights.Probability(1000, 0)), dictionary.Weights.Weight(people, dictionary.AnyNumber), 1e-12);
    }

    [Fact]
    public void The_filter_changes_no_weight()
    {
        var dictionary = HmmDictionary.Embedded;
        var weights = dictionary.Weights;
        var random = new Random(5);
        var seen = 0;
        for (var i = 0; i < 2_000_000; i++)
        {
            // Mostly single characters, which stand in most pairs.
            var left = random.Next(random.Next(4) == 0 ? dictionary.Words.NodeCount : WordTrie.HanCount);
            var right = random.Next(random.Next(4) == 0 ? dictionary.Words.NodeCount : WordTrie.HanCount);
            var plain = weights.WeightInTable(weights.Left(left), right);
            if (plain != weights.Left(left).UnseenWeight) seen++;
            if (plain != weights.Weight(left, right)) Assert.Fail($"{left}, {right}: {weights.Weight(left, right)} instead of {plain}");
        }

        Assert.True(seen > 100, $"only {seen} pairs that were seen");
    }

    private static int Node(HmmDictionary dictionary, string word)
    {
        var cursor = dictionary.Words.Root(word[0]);
        foreach (var c in word[1..]) Assert.True(dictionary.Words.TryStep(ref cursor, c));
        return cursor.Node;
    }
}
