using System.Text;
using FsCheck.Xunit;
using NewsSearch.Lucene.Indexing;

namespace NewsSearch.Lucene.Tests.Indexing;

/// <summary>Every byte string has one slot, and they come in the order of their bytes.</summary>
public sealed class LongTermsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(84)]
    [InlineData(85)]
    [InlineData(86)]
    [InlineData(20_000)]
    public void Every_term_is_found_again_however_many_there_are(int count)
    {
        using var arena = new ByteArena();
        var terms = new LongTerms(arena);
        var slots = Enumerable.Range(0, count).Select(number => Add(terms, Bytes(number))).ToList();

        Assert.Equal(count, terms.Count);
        Assert.Equal(count, slots.Distinct().Count());
        for (var number = 0; number < count; number++)
        {
            Assert.Equal(slots[number], terms.Find(Bytes(number)));
            Assert.Equal(slots[number], Add(terms, Bytes(number)));
            Assert.Equal(Bytes(number), terms.Term(TermSlot.At(arena, slots[number]).Key));
        }

        Assert.Equal(0, terms.Find("absent"u8));
    }

    [Fact]
    public void Terms_are_told_apart_by_length_and_zeros()
    {
        using var arena = new ByteArena();
        var terms = new LongTerms(arena);
        for (var length = 0; length < 20; length++) Add(terms, new byte[length]);

        Assert.Equal(20, terms.Count);
    }

    [Fact]
    public void The_longest_term_that_can_be_indexed_fits()
    {
        using var arena = new ByteArena();
        var terms = new LongTerms(arena);
        var longest = Enumerable.Range(0, Lucene.Documents.Field.MaxTermLength).Select(i => (byte)i).ToArray();

        Assert.Equal(longest, terms.Term(TermSlot.At(arena, Add(terms, longest)).Key));
    }

    [Property]
    public bool The_order_is_that_of_the_bytes(byte[][] added)
    {
        using var arena = new ByteArena();
        var terms = new LongTerms(arena);
        foreach (var term in added)
        {
            Add(terms, term);
            // Many of one prefix, which decides nothing.
            Add(terms, [.. "12345678"u8, .. term]);
        }

        var sorted = terms.Sorted().Select(slot => terms.Term(TermSlot.At(arena, slot).Key).ToArray()).ToList();
        return sorted.Count == terms.Count && sorted.Zip(sorted.Skip(1)).All(pair => pair.First.AsSpan().SequenceCompareTo(pair.Second) < 0);
    }

    private static int Add(LongTerms terms, ReadOnlySpan<byte> term) => terms.FindOrAdd(term, LongTerms.Hash(term));

    private static byte[] Bytes(int number) => Encoding.UTF8.GetBytes("term" + number * 7919);
}
