using System.Text;
using FsCheck.Xunit;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Store;

public sealed class Crc32Tests
{
    // 0xCBF43926 is the check value that every catalogue of CRCs gives for this one (CRC-32/ISO-HDLC).
    [Theory]
    [InlineData("", 0x00000000u)]
    [InlineData("a", 0xE8B7BE43u)]
    [InlineData("123456789", 0xCBF43926u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void Known_texts_have_their_published_checksum(string text, uint checksum)
    {
        Assert.Equal(checksum, Crc32.Compute(Encoding.ASCII.GetBytes(text)));
    }

    [Property]
    public bool It_equals_the_definition_bit_by_bit(byte[] bytes) => Crc32.Compute(bytes) == BitByBit(bytes);

    [Property]
    public bool It_does_not_matter_how_the_bytes_are_cut(byte[] first, byte[] second, byte[] third)
    {
        var crc = default(Crc32);
        crc.Append(first);
        crc.Append(second);
        crc.Append(third);
        return crc.Value == Crc32.Compute([.. first, .. second, .. third]);
    }

    // Around the borders of what is folded, after bytes that were added before.
    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(79)]
    [InlineData(80)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(191)]
    [InlineData(192)]
    [InlineData(1000)]
    [InlineData(65_536)]
    public void Long_runs_have_the_checksum_that_the_table_gives(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var (crc, byTable) = (default(Crc32), default(Crc32));
        for (var i = 0; i < 2; i++)
        {
            crc.Append(bytes);
            byTable.AppendByTable(bytes);
        }

        Assert.Equal(byTable.Value, crc.Value);
        Assert.Equal(BitByBit([.. bytes, .. bytes]), crc.Value);
    }

    private static uint BitByBit(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }
}
