using System.Text;
using NewsSearch.Archive.Importing;

namespace NewsSearch.Archive.Tests.Importing;

/// <summary>Whole files give their text, whatever their members; damaged ones never pass for whole.</summary>
public sealed class GzipReaderTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i * 7919 % 1000} 渡轮\n")));

    private static readonly byte[] One = TemporaryFiles.Gzip(Text);

    private static readonly byte[] Empty = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1 << 16)]
    public void Every_member_is_read(int readLength)
    {
        Assert.Equal(Text, Decompress(One, readLength));
        Assert.Equal([.. Text, .. Text, .. Text], Decompress([.. One, .. One, .. One], readLength));
    }

    [Fact]
    public void Empty_members_may_stand_anywhere()
    {
        Assert.Empty(Decompress(Empty));
        Assert.Equal([.. Text, .. Text], Decompress([.. Empty, .. Empty, .. One, .. Empty, .. One, .. Empty]));
    }

    [Fact]
    public void Members_of_all_sizes_are_told_apart()
    {
        var random = new Random(4711);
        for (var round = 0; round < 60; round++)
        {
            var (file, text) = (new List<byte>(), new List<byte>());
            for (var member = 0; member < 6; member++)
            {
                var bytes = new byte[random.Next(3) * random.Next(20_000)];
                if (random.Next(2) == 0) random.NextBytes(bytes);
                file.AddRange(bytes.Length == 0 ? Empty : TemporaryFiles.Gzip(bytes));
                text.AddRange(bytes);
            }

            Assert.Equal(text, Decompress([.. file]));
        }
    }

    [Fact]
    public void Optional_parts_of_the_header_are_passed_over()
    {
        byte[] header = [0x1F, 0x8B, 8, 0x1E, 0, 0, 0, 0, 0, 3, 3, 0, 0xAA, 0xBB, 0xCC, .. "a.jsonl\0"u8, .. "comment\0"u8, 0x12, 0x34];
        Assert.Equal(Text, Decompress([.. header, .. One[10..]]));
    }

    [Fact]
    public void A_second_member_that_is_cut_off_is_noticed()
    {
        for (var cut = 1; cut < 40; cut++) AssertRefused("gzip data ends early", [.. One, .. One[..cut]]);
        AssertRefused("gzip data ends early", [.. One, .. One[..^1]]);
    }

    [Fact]
    public void Bytes_after_the_last_member_are_noticed()
    {
        AssertRefused($"gzip data is corrupt: at byte {One.Length + 1:N0} neither", [.. One, 1, 2, 3]);
        AssertRefused("gzip data is corrupt: at byte", [.. One, 0x1E, .. One[1..]]);
    }

    [Fact]
    public void A_wrong_checksum_or_length_is_noticed()
    {
        for (var i = 1; i <= 8; i++)
        {
            var bytes = (byte[])One.Clone();
            bytes[^i] ^= 0x10;
            AssertRefused("gzip data is corrupt before byte", bytes);
            AssertRefused("gzip data is corrupt before byte", [.. bytes, .. One]);
        }
    }

    [Fact]
    public void No_single_flipped_bit_changes_the_text_unnoticed()
    {
        var noticed = 0;
        // Bytes 4 to 9 of the header hold time and origin, which say nothing about the text.
        for (var bit = 80; bit < One.Length * 8; bit += 7)
        {
            var bytes = (byte[])One.Clone();
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            try
            {
                // A copy of the same characters from another distance, or a filling bit, makes no other text.
                Assert.Equal(Text, Decompress(bytes));
            }
            catch (InvalidDataException)
            {
                noticed++;
            }
        }

        Assert.InRange(noticed, One.Length, 8 * One.Length / 7);
    }

    private static void AssertRefused(string message, byte[] file) =>
        Assert.StartsWith(message, Assert.Throws<InvalidDataException>(() => Decompress(file)).Message);

    private static byte[] Decompress(byte[] file, int readLength = 1000)
    {
        using var reader = new GzipReader(new MemoryStream(file));
        var text = new MemoryStream();
        var buffer = new byte[readLength];
        while (true)
        {
            var count = reader.Read(buffer);
            if (count == 0) return text.ToArray();
            text.Write(buffer, 0, count);
        }
    }
}
