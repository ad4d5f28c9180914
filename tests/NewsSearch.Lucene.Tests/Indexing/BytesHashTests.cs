using System.Text;
using FsCheck.Xunit;
using NewsSearch.Lucene.Indexing;

namespace NewsSearch.Lucene.Tests.Indexing;

public sealed class BytesHashTests
{
    [Fact]
    public void Equal_strings_share_a_number_and_new_ones_get_the_next()
    {
        using var arena = new ByteArena();
        var hash = new BytesHash(arena);

        Assert.Equal(0, hash.Add("新闻"u8));
        Assert.Equal(1, hash.Add(""u8));
        Assert.Equal(0, hash.Add("新闻"u8));
        Assert.Equal(2, hash.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(20_000)]
    public void Every_string_is_found_again_however_many_there_are(int count)
    {
        using var arena = new ByteArena();
        var hash = new BytesHash(arena);
        for (var i = 0; i < count; i++) Assert.Equal(i, hash.Add(Encoding.UTF8.GetBytes("term" + i * 7919)));

        for (var i = 0; i < count; i++)
        {
            var bytes = Encoding.UTF8.GetBytes("term" + i * 7919);
            Assert.Equal(i, hash.Add(bytes));
            Assert.True(hash[i].SequenceEqual(bytes));
        }
    }

    [Fact]
    public void Strings_are_told_apart_by_length_and_zeros_whether_short_or_long()
    {
        using var arena = new ByteArena();
        var hash = new BytesHash(arena);
        var strings = Enumerable.Range(0, 20).SelectMany(length => new[] { new byte[length], [.. Enumerable.Repeat((byte)0xFF, length)] })
            .DistinctBy(Convert.ToHexString).ToList();
        for (var i = 0; i < strings.Count; i++) Assert.Equal(i, hash.Add(strings[i]));
        for (var i = 0; i < strings.Count; i++) Assert.Equal(i, hash.Add(strings[i]));
        Assert.Equal(strings.Count, hash.Add(new byte[20]));
    }

    [Property]
    public bool Sorted_numbers_follow_the_bytes(byte[][] strings)
    {
        using var arena = new ByteArena();
        var hash = new BytesHash(arena);
        foreach (var bytes in strings) hash.Add(bytes);

        var sorted = hash.SortedIds().Select(id => hash[id].ToArray()).ToList();
        var expected = strings.DistinctBy(Convert.ToHexString).OrderBy(Convert.ToHexString, StringComparer.Ordinal).ToList();
        return sorted.Select(Convert.ToHexString).SequenceEqual(expected.Select(Convert.ToHexString));
    }

    [Fact]
    public void A_prefix_sorts_before_its_extension_even_with_zero_bytes()
    {
        using var arena = new ByteArena();
        var hash = new BytesHash(arena);
        byte[][] strings = [[0, 0], [0], [], [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0], [1]];
        foreach (var bytes in strings) hash.Add(bytes);

        Assert.Equal([0, 1, 2, 8, 9, 1], hash.SortedIds().Select(id => hash[id].Length));
    }
}
