using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsSearch.Lucene.Packing;

/// <summary>
/// The LZ4 block format: sequences of a token, literals, and a match of at least four bytes up to 65,535 bytes back; the
/// last sequence has literals only.
/// </summary>
/// <remarks>
/// Source: Y. Collet, "LZ4 Block Format Description". The compressor is greedy: of the two last places with the same hash it takes the
/// longer match. Lucene's fast mode knows one place only and none inside of a match; on Chinese text that takes 5 % more room.
/// </remarks>
internal static class Lz4
{
    /// <summary>Entries of the compressor's table.</summary>
    public const int TableLength = 1 << HashBits;

    private const int HashBits = 13; // 64 KiB, four times the text of a chunk
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
    public static int Compress(ReadOnlySpan<byte> source, Span<byte> destination, Span<ulong> table)
    {
        var written = 0;
        var anchor = 0;
        if (source.Length > LastLiterals + MinMatch)
        {
            table = table[..TableLength];
            table.Clear();
            var limit = source.Length - LastLiterals;
            var at = 1;
            while (FindMatch(source, table, limit, ref at, out var match, out var length))
            {
                var end = at + length;
                for (var i = at + 1; i < Math.Min(end, limit - MinMatch); i++) Remember(table, source, i);
                // The place where a match begins may have been forgotten, but not one behind it.
                for (; at > anchor && match > 0 && source[at - 1] == source[match - 1]; at--, match--) length++;
                written += WriteSequence(source[anchor..at], length, at - match, destination[written..]);
                anchor = at = end;
            }
        }

        return written + WriteLiterals(source[anchor..], 0, destination[written..]);
    }

    /// <summary>Compresses with the matches of Lucene 4.8's fast mode, so that both write the same bytes; longer than <see cref="Compress"/>.</summary>
    internal static int CompressPlainly(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        var (written, anchor, limit) = (0, 0, source.Length - LastLiterals);
        var hashBits = limit > MinMatch ? PlainHashBits(limit) : 0;
        var table = new int[1 << hashBits];
        for (var at = 1; at < limit - MinMatch; at++)
        {
            // Big-endian, as Lucene reads it: another order would hash, and so match, otherwise.
            var four = BinaryPrimitives.ReadUInt32BigEndian(source[at..]);
            ref var entry = ref table[(int)(four * HashMultiplier >> (32 - hashBits))];
            var match = entry;
            entry = at;
            if (at - match >= MaxDistance || BinaryPrimitives.ReadUInt32BigEndian(source[match..]) != four) continue;
            var length = MatchLength(source, match, at, limit);
            written += WriteSequence(source[anchor..at], length, at - match, destination[written..]);
            anchor = at + length;
            at = anchor - 1;
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
    private static bool FindMatch(ReadOnlySpan<byte> source, Span<ulong> table, int limit, ref int at, out int match, out int length)
    {
        match = length = 0;
        for (; at < limit - MinMatch; at++)
        {
            var (newer, older) = Remember(table, source, at);
            var four = BinaryPrimitives.ReadUInt32LittleEndian(source[at..]);
            if (at - newer < MaxDistance && BinaryPrimitives.ReadUInt32LittleEndian(source[newer..]) == four)
            {
                match = newer;
                length = MatchLength(source, newer, at, limit);
            }

            if (at - older < MaxDistance && older != newer && BinaryPrimitives.ReadUInt32LittleEndian(source[older..]) == four
                && MatchLength(source, older, at, limit) is var other && other > length)
            {
                match = older;
                length = other;
            }

            if (length > 0) return true;
        }

        return false;
    }

    /// <summary>Notes a place under the hash of its four bytes, and returns the last two that had the same; 0 is as good as none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int Newer, int Older) Remember(Span<ulong> table, ReadOnlySpan<byte> source, int at)
    {
        ref var entry = ref table[(int)(BinaryPrimitives.ReadUInt32LittleEndian(source[at..]) * HashMultiplier >> (32 - HashBits))];
        var (newer, older) = ((int)entry, (int)(entry >> 32));
        entry = entry << 32 | (uint)at;
        return (newer, older);
    }

    private static int MatchLength(ReadOnlySpan<byte> source, int match, int at, int limit) =>
        MinMatch + source[(match + MinMatch)..].CommonPrefixLength(source[(at + MinMatch)..limit]);

    /// <summary>The smaller an offset, the more entries Lucene has in the same memory, about 2^14 bytes.</summary>
    private static int PlainHashBits(int limit) => 17 - PackedBits.BitsRequired((ulong)(PackedBits.BitsRequired((ulong)limit) - 1));

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
