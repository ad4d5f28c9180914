using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsSearch.Lucene.Packing;

/// <summary>
/// The LZ4 block format: sequences of a token, literals, and a match of at least four bytes up to 65,535 bytes back; the
/// last sequence has literals only.
/// </summary>
/// <remarks>
/// Source: Y. Collet, "LZ4 Block Format Description". The compressor takes the same matches as Lucene 4.8's fast mode
/// (greedy, one candidate per hash), so that both write the same bytes.
/// </remarks>
internal static class Lz4
{
    /// <summary>Entries that the compressor's table needs at most.</summary>
    public const int TableLength = 1 << (MemoryUsage + 1);

    private const int MemoryUsage = 14; // Lucene's setting: about 2^14 bytes for the table
    private const int MinMatch = 4;
    private const int MaxDistance = 1 << 16; // exclusive
    private const int LastLiterals = 5; // the format wants the last five bytes as literals
    private const int Wide = 16; // bytes of a Vector128
    private const int LongLength = 15; // in a token: more bytes of the length follow
    private const uint HashMultiplier = 2654435761; // Knuth's, the golden ratio of 2^32

    /// <summary>The most bytes that a block can have, for input that does not compress.</summary>
    public static int MaxCompressedLength(int length) => checked(length + length / 255 + 16);

    /// <summary>Bytes that a block of that many bytes can stand for at most.</summary>
    public static long MaxDecompressedLength(long compressedLength) => compressedLength * 255;

    /// <summary>Compresses the source into one block.</summary>
    /// <param name="source">Any bytes, none too.</param>
    /// <param name="destination">At least <see cref="MaxCompressedLength"/> bytes.</param>
    /// <param name="table">Scratch of <see cref="TableLength"/> entries; what is in it does not matter.</param>
    /// <returns>The length of the block.</returns>
    public static int Compress(ReadOnlySpan<byte> source, Span<byte> destination, Span<int> table)
    {
        var written = 0;
        var anchor = 0;
        if (source.Length > LastLiterals + MinMatch)
        {
            var hashBits = HashBits(source.Length);
            table = table[..(1 << hashBits)];
            table.Clear();
            var limit = source.Length - LastLiterals;
            var at = 1;
            while (FindMatch(source, table, hashBits, limit - MinMatch, ref at, out var match))
            {
                var length = MinMatch + source[(match + MinMatch)..].CommonPrefixLength(source[(at + MinMatch)..limit]);
                written += WriteSequence(source[anchor..at], length, at - match, destination[written..]);
                at += length;
                anchor = at;
            }
        }

        return written + WriteLiterals(source[anchor..], 0, destination[written..]);
    }

    /// <summary>Decompresses a block whose decompressed length is known.</summary>
    /// <param name="source">Begins with the block and may go on after it.</param>
    /// <param name="destination">Is filled; where the block stands for more bytes than that, the rest is left out.</param>
    /// <param name="consumed">Bytes of the block that were read; the block's length if nothing was left out.</param>
    /// <returns>False if the source is no such block; the destination then holds anything.</returns>
    public static bool TryDecompress(ReadOnlySpan<byte> source, Span<byte> destination, out int consumed)
    {
        var read = 0;
        var written = 0;
        consumed = 0;
        while (written < destination.Length || read == 0)
        {
            if (read >= source.Length) return false;
            int token = source[read++];
            if (!TryReadLength(source, token >> 4, ref read, out var literals)) return false;
            literals = Math.Min(literals, destination.Length - written);
            if (literals > source.Length - read) return false;
            CopyLiterals(source[read..], destination[written..], literals);
            read += literals;
            written += literals;
            if (written == destination.Length) break;

            if (source.Length - read < 2) return false;
            int distance = BinaryPrimitives.ReadUInt16LittleEndian(source[read..]);
            read += 2;
            if (distance == 0 || distance > written) return false;
            if (!TryReadLength(source, token & LongLength, ref read, out var length)) return false;
            length = Math.Min(length + MinMatch, destination.Length - written);
            CopyMatch(destination, written, distance, length);
            written += length;
        }

        consumed = read;
        return true;
    }

    /// <summary>Looks for the next position with a match; false at the end of what may begin one.</summary>
    private static bool FindMatch(ReadOnlySpan<byte> source, Span<int> table, int hashBits, int end, ref int at, out int match)
    {
        for (; at < end; at++)
        {
            // Big-endian, as Lucene reads it: another order would hash, and so match, otherwise.
            var four = BinaryPrimitives.ReadUInt32BigEndian(source[at..]);
            ref var entry = ref table[(int)(four * HashMultiplier >> (32 - hashBits))];
            match = entry;
            entry = at;
            if (at - match < MaxDistance && BinaryPrimitives.ReadUInt32BigEndian(source[match..]) == four) return true;
        }

        match = 0;
        return false;
    }

    /// <summary>The smaller an offset, the more entries Lucene has in the same memory.</summary>
    private static int HashBits(int length)
    {
        var bitsPerOffset = PackedBits.BitsRequired((ulong)(length - LastLiterals));
        return MemoryUsage + 3 - PackedBits.BitsRequired((ulong)(bitsPerOffset - 1));
    }

    private static int WriteSequence(ReadOnlySpan<byte> literals, int matchLength, int distance, Span<byte> destination)
    {
        var rest = matchLength - MinMatch;
        var written = WriteLiterals(literals, Math.Min(rest, LongLength), destination);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[written..], (ushort)distance);
        written += 2;
        return rest < LongLength ? written : written + WriteLength(rest - LongLength, destination[written..]);
    }

    private static int WriteLiterals(ReadOnlySpan<byte> literals, int tokenOfMatch, Span<byte> destination)
    {
        destination[0] = (byte)(Math.Min(literals.Length, LongLength) << 4 | tokenOfMatch);
        var written = 1;
        if (literals.Length >= LongLength) written += WriteLength(literals.Length - LongLength, destination[written..]);
        literals.CopyTo(destination[written..]);
        return written + literals.Length;
    }

    private static int WriteLength(int length, Span<byte> destination)
    {
        var written = 0;
        for (; length >= 255; length -= 255) destination[written++] = 255;
        destination[written++] = (byte)length;
        return written;
    }

    /// <summary>The length in the token, with the bytes that go on with it.</summary>
    private static bool TryReadLength(ReadOnlySpan<byte> source, int inToken, ref int read, out int length)
    {
        length = inToken;
        if (inToken < LongLength) return true;
        byte more;
        do
        {
            // Bounded, so that the sum stays an int: a block of more than 2^31 bytes is none of ours.
            if (read >= source.Length || length > int.MaxValue - 512) return false;
            more = source[read++];
            length += more;
        }
        while (more == 255);
        return true;
    }

    /// <summary>Most runs are short: sixteen bytes at once, of which those too many are overwritten later, beat a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyLiterals(ReadOnlySpan<byte> source, Span<byte> destination, int length)
    {
        if (length <= Wide && source.Length >= Wide && destination.Length >= Wide) Vector128.Create(source).CopyTo(destination);
        else source[..length].CopyTo(destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyMatch(Span<byte> destination, int at, int distance, int length)
    {
        if (length <= Wide && distance >= Wide && destination.Length - at >= Wide)
            Vector128.Create((ReadOnlySpan<byte>)destination[(at - distance)..]).CopyTo(destination[at..]);
        else if (distance >= length)
            destination.Slice(at - distance, length).CopyTo(destination[at..]);
        else
            CopyOverlapping(destination, at, distance, length);
    }

    /// <summary>The match runs into what it copies: it repeats the last bytes, and each round doubles what can be copied at once.</summary>
    private static void CopyOverlapping(Span<byte> destination, int at, int distance, int length)
    {
        var from = at - distance;
        while (length > 0)
        {
            var part = Math.Min(length, at - from);
            destination.Slice(from, part).CopyTo(destination[at..]);
            at += part;
            length -= part;
        }
    }
}
