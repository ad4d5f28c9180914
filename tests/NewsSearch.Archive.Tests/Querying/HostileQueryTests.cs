using System.Diagnostics;
using NewsSearch.Archive.Querying;
using static NewsSearch.Archive.Tests.Querying.SmallArchive;

namespace NewsSearch.Archive.Tests.Querying;

/// <summary>Whatever a reader types is answered soon, or refused with the parameter at fault.</summary>
public sealed class HostileQueryTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly SmallArchive _archive = new(Article("甲", "王毅出席澜江大桥的通车典礼。\"引号\" - * ? ( )"), Article("乙", new string('中', 5_000) + "国"));

    public static TheoryData<string> Texts =>
    [
        new string('中', 1_000), "\"" + new string('中', 998) + "\"", "\"" + new string('中', 996) + "国\"", "-\"" + new string('中', 997) + "\"",
        Repeat("中 ", 500), Repeat("大|", 500), Repeat("大 OR ", 200), Repeat("-大 ", 333), Repeat("(", 1_000), Repeat("(", 500) + Repeat(")", 500),
        Repeat("(大 ", 250) + Repeat(")", 250), Repeat("-(", 300) + "大", Repeat("title:", 166), Repeat("title:(", 140) + "大", Repeat("\"", 1_000), Repeat("“", 1_000),
        Repeat("\\\"", 500), Repeat("《", 500) + Repeat("》", 500), Repeat("大 near/9 ", 100) + "桥", Repeat("中中 near/100 ", 70) + "中国", Repeat("*", 1_000), Repeat("?*", 500),
        Repeat("a*|", 300), Repeat("的 ", 500), Repeat("date:2024 ", 100), Repeat("date:", 200), Repeat("source:a|", 100), Repeat("channel:*?\\/ ", 80), "?*?*", "\"\"", "“”", "()",
        "\uD800", "\"\uDC00\uD800\"", "a\uD800b \uDFFF*", "\0\u0001\u001F大桥\u007F", "\"\0\"", "\u200B大\u200B桥", "\u202E大桥", "title:\uD800", "date:\uD800",
        Repeat("\uFDFA", 1_000), "\"" + Repeat("\uFDFA", 900) + "\"", Repeat("㎏", 1_000), Repeat("🀄", 500), "\"" + Repeat("🀄", 400) + "\"", Repeat("1", 1_000), Repeat("a1", 500),
        string.Join(' ', Enumerable.Range(0, 300).Select(i => $"x{i}")), string.Join('|', Enumerable.Range(0, 250).Select(i => $"x{i}")), Repeat("1年", 500), Repeat("第1", 400),
    ];

    public void Dispose() => _archive.Dispose();

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_answered_or_refused_soon(string text)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var result = _archive.Search(new NewsQuery { Text = text });

            Assert.InRange(result.Reading.Notes.Count, 0, 10);
            Assert.InRange(result.Reading.Text.Length, 0, 20_000);
        }
        catch (NewsQueryException refused)
        {
            Assert.Equal("q", refused.Parameter);
            Assert.InRange(refused.Message.Length, 5, 500);
        }

        Assert.True(Stopwatch.GetElapsedTime(started) < Soon, $"{Stopwatch.GetElapsedTime(started)}");
    }

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(1_001)]
    public void A_text_that_is_too_long_is_refused_before_anything_is_done_with_it(int length)
    {
        var refused = Assert.Throws<NewsQueryException>(() => _archive.Search(new string('(', length)));

        Assert.Contains("1000", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_beyond_the_most_are_left_out_and_a_note_says_so()
    {
        var result = _archive.Search(string.Join(' ', Enumerable.Range(0, 150).Select(i => $"x{i}")) + " 大桥");

        Assert.Equal(UnitSource.MaxUnits, result.Reading.Units.Count);
        Assert.Contains(result.Reading.Notes, note => note.Code == "too-many-words");
    }

    [Fact]
    public void Random_texts_of_operators_are_answered_or_refused()
    {
        string[] pieces = ["大桥", "中", "c919", " OR ", "|", " -", "(", ")", "\"", "“", "”", "《", "》", "title:", "source:", "channel:", "date:2024", " near/5 ", "*", "?", "\\", " ", "\uD800", "\u0001", "🀄"];
        for (var seed = 0; seed < 3_000; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => pieces[random.Next(pieces.Length)]));
            try
            {
                _archive.Search(new NewsQuery { Text = text, WithFacets = false });
            }
            catch (NewsQueryException)
            {
                // Refused with a reason.
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Seed {seed}: [{text}]", error);
            }
        }
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
