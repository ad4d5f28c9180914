using System.Text;
using FsCheck;
using FsCheck.Xunit;
using NewsSearch.Lucene.Indexing;

namespace NewsSearch.Lucene.Tests.Indexing;

/// <summary>Every term has one key, every key one term, and all are found again.</summary>
public sealed class ShortTermsTests
{
    [Theory]
    [InlineData("新")]
    [InlineData("新闻")]
    [InlineData("c919")]
    [InlineData("é新a\u07FF")]
    [InlineData("\0a")]
    [InlineData("\uFFFF\uFFFF\uFFFF\uFFFF")]
    public void The_term_comes_back_from_its_key(string term)
    {
        Assert.True(ShortTerms.TryGetKey(term, out var key));
        Span<byte> back = stackalloc byte[ShortTerms.MaxBytes];

        Assert.Equal(term, Encoding.UTF8.GetString(back[..ShortTerms.WriteTerm(key, back)]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("新闻联播间")]
    [InlineData("a\0")]
    [InlineData("\0")]
    [InlineData("\uD842\uDFB7野")]
    [InlineData("\uD842")]
    [InlineData("a\uDFB7")]
    [InlineData("\uFFFD")]
    public void Others_have_no_key(string term) => Assert.False(ShortTerms.TryGetKey(term, out _));

    [Property]
    public bool Different_terms_have_different_keys(NonNull<string> left, NonNull<string> right) =>
        !ShortTerms.TryGetKey(left.Get, out var leftKey) || !ShortTerms.TryGetKey(right.Get, out var rightKey) || leftKey == rightKey == (left.Get == right.Get);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(84)]
    [InlineData(85)]
    [InlineData(86)]
    [InlineData(50_000)]
    public void Every_key_is_found_again_however_many_there_are(int count)
    {
        using var arena = new ByteArena();
        var terms = new ShortTerms(arena);
        var slots = Enumerable.Range(0, count).Select(number => terms.FindOrAdd(KeyOf(number))).ToList();

        Assert.Equal(count, slots.Distinct().Count());
        for (var number = 0; number < count; number++)
        {
            Assert.Equal(slots[number], terms.Find(KeyOf(number)));
            Assert.Equal(slots[number], terms.FindOrAdd(KeyOf(number)));
        }

        Assert.Equal(0, terms.Find(KeyOf(count)));
    }

    [Property]
    public bool The_order_is_that_of_the_bytes(NonNull<string>[] texts)
    {
        using var arena = new ByteArena();
        var terms = new ShortTerms(arena);
        foreach (var text in texts)
            if (ShortTerms.TryGetKey(text.Get.AsSpan(0, Math.Min(4, text.Get.Length)), out var key)) terms.FindOrAdd(key);
        var sorted = terms.Sorted().Select(slot => TermOf(TermSlot.At(arena, slot).Key)).ToList();

        return sorted.Count == terms.Count && sorted.Zip(sorted.Skip(1)).All(pair => pair.First.AsSpan().SequenceCompareTo(pair.Second) < 0);
    }

    private static byte[] TermOf(ulong key)
    {
        var term = new byte[ShortTerms.MaxBytes];
        return term[..ShortTerms.WriteTerm(key, term)];
    }

    private static ulong KeyOf(int number)
    {
        Assert.True(ShortTerms.TryGetKey([(char)(0x4E00 + number % 211), (char)(0x4E00 + number / 211)], out var key));
        return key;
    }
}
