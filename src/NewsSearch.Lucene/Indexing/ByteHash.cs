using System.Buffers.Binary;

namespace NewsSearch.Lucene.Indexing;

/// <summary>A hash of bytes, eight at a time: every bit of them moves the low bits, which tables take, and the high ones.</summary>
internal static class ByteHash
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var hash = 0xCBF29CE484222325UL ^ (ulong)bytes.Length;
        while (bytes.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        var rest = 0UL;
        for (var i = 0; i < bytes.Length; i++) rest |= (ulong)bytes[i] << (8 * i);
        hash = Mix(hash ^ rest);
        return (uint)(hash >> 32 ^ hash);
    }

    private static ulong Mix(ulong value)
    {
        value *= 0x9E3779B97F4A7C15UL;
        return value ^ value >> 29;
    }
}
