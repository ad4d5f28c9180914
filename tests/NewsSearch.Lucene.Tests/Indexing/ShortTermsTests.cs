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
    [InlineData("\uD842\uDFB7野")]
    [InlineData("\0a")]
    [InlineData("\uFFFF\uFFFF\uFFFF\uFFFF")]
    [InlineData("\uD842")]
    public void The_term_comes_back_from_its_key(string term)
    {
        Assert.True(ShortTerms.TryGetKey(term, out var key));
        Span<char> back = stackalloc char[4];

        Assert.Equal(term, back[..ShortTerms.WriteTerm(key, back)].ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("新闻联播间")]
    [InlineData("a\0")]
    [InlineData("\0")]
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
        var terms = new ShortTerms();
        for (var id = 0; id < count; id++) terms.Add(KeyOf(id), id);

        for (var id = 0; id < count; id++) Assert.Equal(id, terms.Find(KeyOf(id)));
        Assert.Equal(-1, terms.Find(KeyOf(count)));
    }

    private static ulong KeyOf(int number)
    {
        Assert.True(ShortTerms.TryGetKey([(char)(0x4E00 + number % 211), (char)(0x4E00 + number / 211)], out var key));
        return key;
    }
}
