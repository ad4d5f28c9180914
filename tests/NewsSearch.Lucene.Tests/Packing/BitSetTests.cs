using FsCheck.Xunit;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Tests.Packing;

public sealed class BitSetTests
{
    [Property]
    public bool It_agrees_with_an_array_of_booleans(bool[] expected)
    {
        var bits = new BitSet(expected.Length);
        for (var i = 0; i < expected.Length; i++)
            if (expected[i]) bits.Set(i);
        var copy = bits.Clone();
        var set = new List<int>();
        for (var i = bits.NextSet(0); i >= 0; i = bits.NextSet(i + 1)) set.Add(i);
        for (var i = 0; i < expected.Length; i++) bits.Clear(i);
        return copy.Count() == expected.Count(bit => bit) && bits.Count() == 0
            && set.SequenceEqual(Enumerable.Range(0, expected.Length).Where(i => expected[i]))
            && Enumerable.Range(0, expected.Length).All(i => copy[i] == expected[i]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    public void Setting_all_sets_no_bit_past_the_end(int length)
    {
        var bits = new BitSet(length);
        bits.SetAll();
        Assert.Equal(length, bits.Count());
        Assert.Equal(-1, bits.NextSet(length));
    }
}
