using NewsSearch.SmartCn.Dictionary;
using NewsSearch.SmartCn.Segmentation;
using NewsSearch.SmartCn.Tests.Support;

namespace NewsSearch.SmartCn.Tests.Segmentation;

/// <summary>Of all ways to read a sentence the segmenter takes the cheapest; checked by trying all of them on small dictionaries.</summary>
public sealed class HmmSegmenterTests
{
    private static readonly (string, int)[] s_words =
    [
        ("甲", 9), ("乙", 3), ("甲乙", 4), ("乙丙", 5), ("甲乙丙", 1), ("丙", 2), ("丙丁", 3), ("丁", 1), ("始##始", 50), ("末##末", 50), ("，", 70), ("未##数", 8),
        ("未##串", 3),
    ];

    private static readonly (string, string, int)[] s_bigrams =
    [
        ("始##始", "甲", 4), ("甲", "乙丙", 3), ("甲乙", "丙", 2), ("甲乙", "丙丁", 2), ("乙丙", "丁", 1), ("丁", "末##末", 2), ("丙", "，", 2), ("，", "甲乙", 3), ("未##数", "甲", 3),
    ];

    private static readonly HmmDictionary s_dictionary = new(SmallDictionary.Content(s_words, s_bigrams));

    [Theory]
    [InlineData("甲 乙\u3000丙", "甲 0-1 Word|乙丙 2-5 Word")]
    [InlineData("AbcＤ12３,戊", "AbcＤ 0-4 FullWidth|12３ 4-7 FullWidth|, 7-8 Delimiter|戊 8-9 Word")]
    [InlineData("x9é㐀", "x 0-1 String|9 1-2 Number|é 2-3 String|㐀 3-4 String")]
    [InlineData(" \t\u3000\r\n", "")]
    public void Characters_of_other_kinds_become_tokens_of_their_kind(string sentence, string expected)
    {
        var tokens = Segment(sentence).Select(t => $"{sentence[t.Start..t.End].Replace(" ", "").Replace("\u3000", "")} {t.Start}-{t.End} {t.Kind}");
        Assert.Equal(expected, string.Join('|', tokens));
    }

    [Fact]
    public void A_surrogate_pair_is_one_token_and_so_is_each_half_that_stands_alone()
    {
        SegmentToken[] expected = [new(0, 2, TokenKind.Word), new(2, 3, TokenKind.Word), new(3, 4, TokenKind.Word), new(4, 5, TokenKind.Word)];
        Assert.Equal(expected, Segment("\U00020BB7\uD800甲\uDC00"));
    }

    [Fact]
    public void The_path_found_is_the_cheapest_of_all()
    {
        var random = new Random(17);
        for (var round = 0; round < 2_000; round++)
        {
            var sentence = new string([.. Enumerable.Range(0, random.Next(1, 10)).Select(_ => "甲乙丙丁，7x"[random.Next(7)])]);
            var found = Segment(sentence).Select(t => Number(sentence[t.Start..t.End])).ToList();
            Assert.Equal(CheapestOfAll(sentence), Cost(found), 1e-9);
        }
    }

    [Fact]
    public void Of_readings_of_equal_cost_the_one_whose_last_words_start_first_wins()
    {
        // Nothing is known but the words themselves, so that both cuts into two words cost the same.
        var dictionary = new HmmDictionary(SmallDictionary.Content([("甲乙", 1), ("乙丙", 1), ("甲", 1), ("丙", 1), ("始##始", 1), ("末##末", 1)], []));
        Assert.Equal(["0-1", "1-3"], Segment("甲乙丙", dictionary).Select(t => $"{t.Start}-{t.End}"));
    }

    private static List<SegmentToken> Segment(string sentence, HmmDictionary? dictionary = null)
    {
        var segmenter = new HmmSegmenter(dictionary ?? s_dictionary);
        var tokens = new List<SegmentToken>();
        segmenter.Segment(sentence);
        while (segmenter.TryNext(out var token)) tokens.Add(token);
        return tokens;
    }

    private static double CheapestOfAll(string sentence)
    {
        var best = double.MaxValue;
        Try(0, []);
        return best;

        void Try(int at, List<int> path)
        {
            if (at == sentence.Length) best = Math.Min(best, Cost(path));
            for (var end = at + 1; end <= sentence.Length; end++)
            {
                if (IsToken(sentence, at, end)) Try(end, [.. path, Number(sentence[at..end])]);
            }
        }
    }

    private static bool IsToken(string sentence, int start, int end)
    {
        var text = sentence[start..end];
        if (WordTrie.IsHan(text[0])) return text.Length == 1 || s_words.Any(word => word.Item1 == text);
        if (text[0] is '，') return text.Length == 1;

        // A run of digits or letters is one token and never a part of one.
        return text.All(c => c == text[0]) && (start == 0 || sentence[start - 1] != text[0]) && (end == sentence.Length || sentence[end] != text[0]);
    }

    private static double Cost(List<int> path)
    {
        var cost = 0.0;
        var left = s_dictionary.SentenceStart;
        foreach (var right in path.Append(s_dictionary.SentenceEnd))
        {
            cost += s_dictionary.Weights.Weight(left, right);
            left = right;
        }

        return cost;
    }

    private static int Number(string text)
    {
        if (text[0] == '7') return s_dictionary.AnyNumber;
        if (text[0] == 'x') return s_dictionary.AnyString;
        if (text[0] == '，') return s_dictionary.Delimiter('，');
        var cursor = s_dictionary.Words.Root(text[0]);
        foreach (var c in text[1..]) Assert.True(s_dictionary.Words.TryStep(ref cursor, c));
        return cursor.Node;
    }
}
