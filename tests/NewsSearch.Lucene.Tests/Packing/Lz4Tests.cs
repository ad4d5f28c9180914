using System.Text;
using FsCheck.Xunit;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Tests.Packing;

/// <summary>
/// 1. What is compressed comes back, whole and in part. 2. The block is one that the format allows: the last five bytes
/// are literals. 3. Bytes that are no block are refused and never read or written past an end.
/// </summary>
public sealed class Lz4Tests
{
    [Property]
    public bool Any_bytes_come_back(byte[] bytes) => RoundTrips(bytes);

    // Lengths around the borders of the token, of its further bytes, and of the farthest match.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(269)]
    [InlineData(270)]
    [InlineData(271)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_545)]
    [InlineData(1_000_000)]
    public void Random_repeating_and_constant_bytes_come_back(int length)
    {
        var random = new Random(length);
        var bytes = new byte[length];
        Assert.True(RoundTrips(bytes));
        random.NextBytes(bytes);
        Assert.True(RoundTrips(bytes));
        for (var i = 0; i < length; i++) bytes[i] = (byte)random.Next(3);
        Assert.True(RoundTrips(bytes));
        for (var i = 0; i < length; i++) bytes[i] = (byte)(i % 7);
        Assert.True(RoundTrips(bytes));
    }

    [Theory]
    [InlineData(65_534)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    public void A_repeat_is_found_up_to_the_farthest_distance_and_kept_apart_beyond(int distance)
    {
        // Zeros between them, one long match, so that nothing else takes the entry in the table.
        var bytes = new byte[distance + 200];
        new Random(5).NextBytes(bytes.AsSpan(1, 150));
        bytes.AsSpan(1, 150).CopyTo(bytes.AsSpan(1 + distance));
        const int lengthBytesOfZeros = 65_536 / 255;
        Assert.Equal(distance < 65_536, Compress(bytes).Length < 2 * 150 + lengthBytesOfZeros);
        Assert.True(RoundTrips(bytes));
    }

    [Fact]
    public void A_block_has_the_bytes_that_the_format_describes()
    {
        // A literal, a match of 14 one byte back (token 4 + 10), five literals.
        Assert.Equal("1A" + "61" + "0100" + "50" + "6161616161", Convert.ToHexString(Compress(Encoding.ASCII.GetBytes(new string('a', 20)))));
        Assert.Equal("00", Convert.ToHexString(Compress([])));
    }

    [Fact]
    public void Text_shrinks()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 300).Select(i => $"第{i}届国际新闻博览会在上海开幕。")));
        Assert.True(Compress(bytes).Length < bytes.Length / 3);
    }

    [Property]
    public bool A_part_comes_back_without_the_rest(byte[] bytes, ushort cut)
    {
        var part = bytes.Length == 0 ? 0 : cut % bytes.Length;
        var destination = new byte[part];
        return Lz4.TryDecompress(Compress(bytes), destination, out _) && destination.AsSpan().SequenceEqual(bytes.AsSpan(0, part));
    }

    [Fact]
    public void Blocks_that_stand_in_a_row_are_read_one_after_the_other()
    {
        var first = Encoding.ASCII.GetBytes(new string('x', 100));
        var second = Encoding.ASCII.GetBytes("another block");
        byte[] both = [.. Compress(first), .. Compress(second)];
        var destination = new byte[first.Length];
        Assert.True(Lz4.TryDecompress(both, destination, out var consumed));
        Assert.Equal(first, destination);
        destination = new byte[second.Length];
        Assert.True(Lz4.TryDecompress(both.AsSpan(consumed), destination, out _));
        Assert.Equal(second, destination);
    }

    [Theory]
    [InlineData("", 1)] // nothing
    [InlineData("10", 1)] // literal missing
    [InlineData("F0", 20)] // length missing
    [InlineData("F0FFFF", 1000)] // length that does not end
    [InlineData("0000", 5)] // distance cut off
    [InlineData("000000", 5)] // distance 0
    [InlineData("10610200", 9)] // distance before the start
    [InlineData("1F610100", 30)] // length of the match missing
    [InlineData("1F610100FF", 300)] // length of the match that does not end
    [InlineData("1061010000", 9)] // ends before the destination is full
    public void Bytes_that_are_no_block_are_refused(string hex, int length)
    {
        Assert.False(Lz4.TryDecompress(Convert.FromHexString(hex), new byte[length], out _));
    }

    [Fact]
    public void A_length_that_overflows_is_refused()
    {
        var bytes = new byte[9_000_000];
        Array.Fill(bytes, (byte)255);
        Assert.False(Lz4.TryDecompress(bytes, new byte[100_000_000], out _));
    }

    [Property(MaxTest = 2000)]
    public bool Random_bytes_never_escape(byte[] bytes, ushort length)
    {
        // Fenced: what is written past the destination would be seen.
        var memory = new byte[length + 64];
        Lz4.TryDecompress(bytes, memory.AsSpan(32, length), out var consumed);
        return consumed <= bytes.Length && memory.AsSpan(0, 32).IndexOfAnyExcept((byte)0) < 0 && memory.AsSpan(32 + length).IndexOfAnyExcept((byte)0) < 0;
    }

    [Fact]
    public void Changed_blocks_never_escape()
    {
        var random = new Random(20240521);
        var bytes = new byte[3000];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)random.Next(4);
        var block = Compress(bytes);
        for (var round = 0; round < 5000; round++)
        {
            var broken = (byte[])block.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            Lz4.TryDecompress(broken.AsSpan(0, random.Next(broken.Length + 1)), new byte[random.Next(4000)], out var consumed);
            Assert.InRange(consumed, 0, broken.Length);
        }
    }

    private static bool RoundTrips(byte[] bytes)
    {
        var plain = new byte[Lz4.MaxCompressedLength(bytes.Length)];
        return RoundTrips(bytes, Compress(bytes)) && RoundTrips(bytes, plain[..Lz4.CompressPlainly(bytes, plain)]);
    }

    private static bool RoundTrips(byte[] bytes, byte[] block)
    {
        var back = new byte[bytes.Length];
        return block.Length <= Lz4.MaxCompressedLength(bytes.Length)
            && bytes.Length <= Math.Max(Lz4.MaxDecompressedLength(block.Length), 0)
            && Lz4.TryDecompress(block, back, out var consumed) && consumed == block.Length && back.AsSpan().SequenceEqual(bytes)
            && LastLiterals(block) >= Math.Min(5, bytes.Length);
    }

    /// <summary>Walks the sequences of a block: the number of literals in the last one.</summary>
    private static int LastLiterals(byte[] block)
    {
        for (var at = 0; ;)
        {
            int token = block[at++];
            var literals = Length(block, token >> 4, ref at);
            at += literals;
            if (at == block.Length) return literals;
            at += 2;
            Length(block, token & 15, ref at);
        }
    }

    private static int Length(byte[] block, int length, ref int at)
    {
        if (length < 15) return length;
        byte more;
        do length += more = block[at++];
        while (more == 255);
        return length;
    }

    private static byte[] Compress(byte[] bytes)
    {
        var destination = new byte[Lz4.MaxCompressedLength(bytes.Length)];
        var table = new ulong[Lz4.TableLength];
        Array.Fill(table, 123_456UL);
        return destination[..Lz4.Compress(bytes, destination, table)];
    }
}
