using System.Numerics;

namespace NewsSearch.Lucene.Packing;

/// <summary>A fixed number of bits, one a document.</summary>
internal sealed class BitSet
{
    private readonly ulong[] _words;

    /// <summary>All bits are clear.</summary>
    public BitSet(int length)
    {
        Length = length;
        _words = new ulong[(length + 63) >> 6];
    }

    public int Length { get; }

    public static BitSet AllSet(int length)
    {
        var bits = new BitSet(length);
        bits.SetAll();
        return bits;
    }

    /// <summary>Bit i stands in word i / 64 at 1 &lt;&lt; (i % 64); bits past the length are clear.</summary>
    public Span<ulong> Words => _words;

    public bool this[int index] => (_words[index >> 6] >> index & 1) != 0;

    public void Set(int index) => _words[index >> 6] |= 1UL << index;

    public void Clear(int index) => _words[index >> 6] &= ~(1UL << index);

    /// <summary>Sets every bit.</summary>
    public void SetAll()
    {
        Array.Fill(_words, ulong.MaxValue);
        if ((Length & 63) != 0) _words[^1] = (1UL << Length) - 1;
    }

    /// <summary>The number of set bits.</summary>
    public int Count()
    {
        var count = 0;
        foreach (var word in _words) count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>The first set bit at or after <paramref name="index"/>, or -1.</summary>
    public int NextSet(int index)
    {
        if (index >= Length) return -1;
        var at = index >> 6;
        var word = _words[at] & (ulong.MaxValue << index);
        while (word == 0)
        {
            if (++at == _words.Length) return -1;
            word = _words[at];
        }

        return (at << 6) + BitOperations.TrailingZeroCount(word);
    }

    public BitSet Clone()
    {
        var copy = new BitSet(Length);
        _words.CopyTo(copy._words, 0);
        return copy;
    }
}
