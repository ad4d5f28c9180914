using NewsSearch.Archive.Searching;

namespace NewsSearch.Archive.Tests.Searching;

public sealed class ReprintsTests
{
    private const string Text =
        "澜江上的双虹桥今天上午正式通车。大桥全长二千三百米，双向六车道，两侧设有步行道和自行车道。\n通车仪式上，建设者代表回顾了三年来的施工历程，市民冒雨前来观看。";

    [Fact]
    public void The_same_text_with_other_paragraphs_and_a_word_changed_is_a_reprint() =>
        Assert.True(IsReprint(Text, Text.Replace("\n", "").Replace("冒雨", "纷纷")));

    [Fact]
    public void A_part_of_the_text_is_a_reprint() => Assert.True(IsReprint(Text, Text[..60]));

    [Fact]
    public void A_text_that_has_the_whole_text_in_it_is_a_reprint() => Assert.True(IsReprint(Text[..60], Text));

    [Fact]
    public void Another_text_on_the_same_event_is_none() =>
        Assert.False(IsReprint(Text, "双虹桥通车一个月以来，日均车流量达到四万辆，两岸通勤时间平均缩短二十分钟，周边商户说客人明显多了。"));

    [Theory]
    [InlineData("")]
    [InlineData("短讯")]
    public void Texts_too_short_to_tell_are_none(string text)
    {
        Assert.False(IsReprint(Text, text));
        Assert.False(IsReprint(text, text));
    }

    [Fact]
    public void No_more_texts_than_there_may_be_are_taken()
    {
        using var reprints = new Reprints();
        for (var i = 0; i < Reprints.MaxTexts; i++) Assert.True(reprints.TryAdd(new string((char)('一' + i), 20)));
        Assert.Throws<InvalidOperationException>(() => reprints.TryAdd("再来一篇就太多了，这里放不下。"));
    }

    /// <summary>Texts made of pieces of each other, of all lengths around that of a run and that of the compared beginning.</summary>
    [Fact]
    public void Random_texts_are_reprints_where_the_plain_definition_says_so()
    {
        var (kept, refused) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            using var reprints = new Reprints();
            var shown = new List<HashSet<string>>();
            while (shown.Count < 40 && refused + kept < 40 * (seed + 1))
            {
                var text = RandomText(random);
                var runs = RunsOf(text);
                var isReprint = shown.Exists(other => ArePlainly(other, runs));
                Assert.True(isReprint != reprints.TryAdd(text), $"seed {seed}, text {shown.Count}");
                if (isReprint) refused++;
                else kept++;
                if (!isReprint) shown.Add(runs);
            }
        }

        Assert.True(kept > 200 && refused > 200, $"{kept} kept, {refused} refused");
    }

    private static bool IsReprint(string text, string other)
    {
        using var reprints = new Reprints();
        Assert.True(reprints.TryAdd(text));
        return !reprints.TryAdd(other);
    }

    private static bool ArePlainly(HashSet<string> runs, HashSet<string> others)
    {
        var shorter = Math.Min(runs.Count, others.Count);
        return shorter > 0 && others.Count(runs.Contains) >= 0.8 * shorter;
    }

    private static HashSet<string> RunsOf(string text)
    {
        var letters = new string([.. text.Take(4_000).Where(c => !char.IsWhiteSpace(c))]);
        return [.. Enumerable.Range(0, Math.Max(0, letters.Length - 7)).Select(i => letters.Substring(i, 8))];
    }

    private static string RandomText(Random random)
    {
        int[] lengths = [0, 7, 8, 9, 16, 60, 300, 1000, 4_100];
        var target = lengths[random.Next(lengths.Length)];
        var text = "";
        while (text.Length < target)
        {
            // Always the same long rows of characters, read from some place on for some length.
            var row = random.Next(6) * 1_000;
            var from = random.Next(400);
            var length = random.Next(1, 500);
            text += new string([.. Enumerable.Range(from, length).Select(i => (char)('一' + (row + i) * 7919 % 9_000))]);
            if (random.Next(2) == 0) text += "\n　　";
        }

        return text[..target];
    }
}
