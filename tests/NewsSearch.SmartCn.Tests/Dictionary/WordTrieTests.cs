using NewsSearch.SmartCn.Dictionary;

namespace NewsSearch.SmartCn.Tests.Dictionary;

public sealed class WordTrieTests
{
    [Fact]
    public void Every_added_word_is_found_and_no_other()
    {
        var random = new Random(5);
        var words = Enumerable.Range(0, 5_000).Select(_ => RandomWord(random)).ToHashSet();
        var trie = new WordTrie();
        var nodes = words.ToDictionary(word => word, word => trie.Add(word));
        Assert.Equal(nodes.Count, nodes.Values.Distinct().Count());
        foreach (var (word, node) in nodes)
        {
            Assert.Equal(node, trie.Add(word));
            Assert.Equal(node, Find(trie, word));
        }

        for (var i = 0; i < 5_000; i++)
        {
            var word = RandomWord(random);
            Assert.Equal(words.Contains(word), Find(trie, word) >= 0);
        }
    }

    [Fact]
    public void A_single_character_has_its_place_in_the_order_of_characters_as_number()
    {
        var trie = new WordTrie();
        Assert.Equal('中' - '一', trie.Add("中"));
        Assert.Equal('中' - '一', trie.Root('中').Node);
        Assert.False(trie.Root('中').HasChildren);
    }

    /// <summary>Words of two to five out of twelve characters, so that they share prefixes.</summary>
    private static string RandomWord(Random random) =>
        new([.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => (char)(WordTrie.FirstHan + random.Next(12) * 1900))]);

    private static int Find(WordTrie trie, string word)
    {
        var cursor = trie.Root(word[0]);
        foreach (var c in word[1..])
        {
            if (!trie.TryStep(ref cursor, c)) return -1;
        }

        return cursor.IsWord ? cursor.Node : -1;
    }
}
