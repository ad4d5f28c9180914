using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsSearch.Lucene.Packing;

/// <summary>
/// Unpacks numbers of up to 32 bits many at a time. The plain way, against which this one is tested, is
/// <see cref="PackedBits"/>.
/// </summary>
internal static class BlockUnpacking
{
    /// <summary>With so many readable bytes after a run, all of it can be unpacked the fast way.</summary>
    public const int Slack = 16;

    /// <summary>Numbers unpacked in one step: they take a whole number of bytes at any width.</summary>
    private const int Step = 8;

    /// <summary>The widest numbers of which every one lies within 4 bytes, wherever it starts.</summary>
    private const int WidestInFourBytes = 25;

    /// <summary>For every width: which bytes make the eight 4-byte words, most significant last.</summary>
    private static readonly Vector256<byte>[] WordBytes = [.. Enumerable.Range(0, WidestInFourBytes + 1).Select(WordBytesOf)];

    /// <summary>For every width: by how many bits each word moves up to lose what stands before its number.</summary>
    private static readonly Vector256<uint>[] BitsBefore = [.. Enumerable.Range(0, WidestInFourBytes + 1).Select(BitsBeforeOf)];

    /// <summary>Unpacks a row of bits (format PACKED) into the destination, whose length is a multiple of 8.</summary>
    /// <param name="run">The packed numbers, and, for speed, <see cref="Slack"/> bytes of anything after them.</param>
    public static void Decode(ReadOnlySpan<byte> run, int bitsPerValue, Span<int> destination)
    {
        var done = 0;
        if (Avx2.IsSupported && bitsPerValue <= WidestInFourBytes) done = DecodeWords(run, bitsPerValue, destination);
        for (var i = done; i < destination.Length; i++) destination[i] = (int)PackedBits.Get(run, i, bitsPerValue);
    }

    /// <summary>
    /// Eight numbers a step: two loads of 16 bytes, in each of which four numbers begin in the first byte or later, a
    /// shuffle that puts every number's 4 bytes into a word, and two shifts that cut it out.
    /// </summary>
    /// <returns>How many were unpacked: all, unless the run has too little slack.</returns>
    private static int DecodeWords(ReadOnlySpan<byte> run, int bitsPerValue, Span<int> destination)
    {
        var bytes = WordBytes[bitsPerValue];
        var before = BitsBefore[bitsPerValue];
        var after = Vector128.CreateScalar(32u - (uint)bitsPerValue);
        var half = bitsPerValue * (Step / 2) / 8;
        if (run.Length < Slack + half) return 0;
        var steps = Math.Min(destination.Length / Step, (run.Length - Slack - half) / bitsPerValue + 1);
        ref var source = ref MemoryMarshal.GetReference(run);
        ref var target = ref MemoryMarshal.GetReference(destination);
        for (var i = 0; i < steps; i++)
        {
            var low = Vector128.LoadUnsafe(ref source, (nuint)(i * bitsPerValue));
            var high = Vector128.LoadUnsafe(ref source, (nuint)(i * bitsPerValue + half));
            var words = Avx2.Shuffle(Vector256.Create(low, high), bytes).AsUInt32();
            words = Avx2.ShiftLeftLogicalVariable(words, before);
            Avx2.ShiftRightLogical(words, after).AsInt32().StoreUnsafe(ref target, (nuint)(i * Step));
        }

        return steps * Step;
    }

    private static Vector256<byte> WordBytesOf(int bitsPerValue)
    {
        Span<byte> bytes = stackalloc byte[Vector256<byte>.Count];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(FirstBit(bitsPerValue, i / 4) / 8 + 3 - i % 4);
        return Vector256.Create<byte>(bytes);
    }

    private static Vector256<uint> BitsBeforeOf(int bitsPerValue)
    {
        Span<uint> bits = stackalloc uint[Vector256<uint>.Count];
        for (var i = 0; i < bits.Length; i++) bits[i] = (uint)FirstBit(bitsPerValue, i) % 8;
        return Vector256.Create<uint>(bits);
    }

    /// <summary>Where the number begins, counted in bits from the load that it is taken from.</summary>
    private static int FirstBit(int bitsPerValue, int index)
    {
        var bit = bitsPerValue * index;
        return index < Step / 2 ? bit : bit - bitsPerValue * (Step / 2) / 8 * 8;
    }
}
