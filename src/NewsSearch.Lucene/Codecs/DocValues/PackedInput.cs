using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>Single values out of runs of <see cref="PackedBits"/> where they lie in a file.</summary>
internal static class PackedInput
{
    /// <summary>One value of a run.</summary>
    /// <param name="data">The file.</param>
    /// <param name="offset">Where the run begins in it.</param>
    /// <param name="index">Of the value in the run.</param>
    /// <param name="bitsPerValue">1 to 64.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Get(IndexInput data, long offset, long index, int bitsPerValue)
    {
        var firstBit = index * bitsPerValue;
        var at = offset + (firstBit >> 3);
        var skip = (int)(firstBit & 7);
        if (at > data.Length - 9) return GetNearEnd(data, at, skip, bitsPerValue);
        if (bitsPerValue <= 57) return data.UInt64At(at) << skip >> (64 - bitsPerValue);
        // A value of 64 bits that begins within a byte takes nine bytes; the footer lets us read so far behind every run.
        var bytes = data.Span(at, 9);
        return (BinaryPrimitives.ReadUInt64BigEndian(bytes) << skip | (uint)bytes[8] >> (8 - skip)) >> (64 - bitsPerValue);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong GetNearEnd(IndexInput data, long at, int skip, int bitsPerValue)
    {
        Span<byte> padded = stackalloc byte[9];
        padded.Clear();
        data.Span(at, (skip + bitsPerValue + 7) >> 3).CopyTo(padded);
        return (BinaryPrimitives.ReadUInt64BigEndian(padded) << skip | (uint)padded[8] >> (8 - skip)) >> (64 - bitsPerValue);
    }
}
