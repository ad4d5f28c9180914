using FsCheck.Xunit;
using NewsSearch.SmartCn.Normalization;
using NewsSearch.SmartCn.Tests.Support;

namespace NewsSearch.SmartCn.Tests.Normalization;

/// <summary>Each normalised character comes from a part of the original that becomes just it; the parts follow one another and leave out only what becomes nothing.</summary>
public sealed class NormalizedTextTests
{
    [Fact]
    public void Offsets_lead_back_to_the_original()
    {
        var text = new NormalizedText();
        text.Reset("\u3000\u3000臺½\u200B\U00020BB7\u00AD \t㎡".AsMemory());
        Assert.Equal(" 台1/2\U00020BB7 m2", text.Text.ToString());
        Assert.Equal([0, 2, 3, 3, 3, 5, 5, 8, 10, 10], Enumerable.Range(0, 10).Select(text.OriginalStart));
        Assert.Equal([2, 3, 4, 4, 4, 7, 7, 10, 11, 11], Enumerable.Range(0, 10).Select(text.OriginalEnd));
        Assert.Equal(11, text.OriginalLength);
    }

    [Fact]
    public void A_space_ends_with_its_last_white_space()
    {
        var text = new NormalizedText();
        text.Reset("甲 \u200B\u3000\u200B乙".AsMemory());
        Assert.Equal("甲 乙", text.Text.ToString());
        Assert.Equal((1, 4), (text.OriginalStart(1), text.OriginalEnd(1)));
    }

    [Fact]
    public void An_index_outside_the_text_is_refused()
    {
        var text = new NormalizedText();
        text.Reset("很长的一段文字".AsMemory());
        text.Reset("短".AsMemory());
        Assert.Throws<IndexOutOfRangeException>(() => text.OriginalStart(1));
        Assert.Throws<IndexOutOfRangeException>(() => text.OriginalEnd(-1));
    }

    [Property(MaxTest = 500)]
    public void Every_character_leads_to_the_part_of_the_original_that_becomes_it(int seed) => Check(new RandomText(seed).Next(80));

    [Fact]
    public void Random_units_lead_back_as_well()
    {
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
            Check(new string([.. Enumerable.Range(0, random.Next(200)).Select(_ => (char)random.Next(0x10000))]));
    }

    [Theory]
    [InlineData("\uFDFA", 50_000)]
    [InlineData(" ", 1_000_000)]
    [InlineData("\u200B ", 500_000)]
    [InlineData("\\ud800", 1_000_000)]
    public void A_megabyte_of_anything_is_normalised(string piece, int times)
    {
        var original = string.Concat(Enumerable.Repeat(Escaped.Unescape(piece), times));
        var text = new NormalizedText();
        text.Reset(original.AsMemory());
        Assert.Equal(original.Length, text.OriginalEnd(text.Text.Length - 1));
    }

    [Fact]
    public void Nothing_is_allocated_once_the_buffers_are_there()
    {
        var original = string.Concat(Enumerable.Repeat("中国“臺灣”½　\U00020BB7 Ｃ９１９。", 100)).AsMemory();
        var text = new NormalizedText();
        text.Reset(original);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++) text.Reset(original);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);
    }

    private static void Check(string original)
    {
        var text = new NormalizedText();
        text.Reset(original.AsMemory());
        Assert.Equal(TextNormalizer.Normalize(original), text.Text.ToString());
        var end = 0;
        for (var i = 0; i < text.Text.Length;)
        {
            var start = text.OriginalStart(i);
            Assert.True(TextNormalizer.Normalize(original[end..start]) is "" or " ", $"{Escaped.Escape(original)} loses {end} to {start}");
            end = text.OriginalEnd(i);
            var next = i + 1;
            while (next < text.Text.Length && text.OriginalStart(next) == start) next++;
            var part = TextNormalizer.Normalize(original[start..end]);
            Assert.EndsWith(text.Text[i..next].ToString(), part, StringComparison.Ordinal);
            Assert.InRange(part.Length, next - i, next - i + 1);
            i = next;
        }

        Assert.True(TextNormalizer.Normalize(original[end..]) is "" or " ", $"{Escaped.Escape(original)} loses its end from {end}");
    }
}
