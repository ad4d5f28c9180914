using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Codecs;

public sealed class CodecFileTests
{
    private const string Codec = "Example";

    [Fact]
    public void Header_and_footer_have_the_bytes_of_Lucene()
    {
        // CRC-32 over everything before it, computed with another program (zlib.crc32 of Python).
        Assert.Equal("3FD76C17" + "074578616D706C65" + "00000002" + "FF" + "C02893E8" + "00000000" + "00000000" + "FAACB6F7", Convert.ToHexString(Make(2, 0xFF)));
        Assert.Equal(16, CodecFile.HeaderLength(Codec));
    }

    [Fact]
    public void A_sound_file_is_accepted()
    {
        var input = Input(Make(2, 1, 2, 3));
        Assert.Equal(2, CodecFile.CheckHeaderAndChecksum(input, Codec, 1, 3, 1));
        Assert.Equal(CodecFile.HeaderLength(Codec), input.Position);
        input.Skip(3);
        CodecFile.CheckAtFooter(input);
        CodecFile.CheckAtEnd(input, hasFooter: true);
    }

    [Fact]
    public void Each_flipped_bit_is_noticed()
    {
        var bytes = Make(2, 1, 2, 3);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var broken = (byte[])bytes.Clone();
            broken[bit >> 3] ^= (byte)(1 << (bit & 7));
            // In the version a bit looks like another version, which is refused as well.
            Assert.ThrowsAny<CorruptIndexException>(() => { CodecFile.CheckHeaderAndChecksum(Input(broken), Codec, 2, 2, 2); });
        }
    }

    [Fact]
    public void Each_cut_is_noticed()
    {
        var bytes = Make(2, 1, 2, 3);
        for (var length = 0; length < bytes.Length; length++)
        {
            var cut = bytes[..length];
            Assert.Throws<CorruptIndexException>(() => { CodecFile.CheckHeaderAndChecksum(Input(cut), Codec, 2, 2, 2); });
            Assert.Throws<CorruptIndexException>(() => CodecFile.CheckFooter(Input(cut)));
        }
    }

    [Fact]
    public void Versions_out_of_range_say_in_which_direction()
    {
        Assert.Throws<IndexFormatTooOldException>(() => CodecFile.CheckHeader(Input(Make(2)), Codec, 3, 4));
        Assert.Throws<IndexFormatTooNewException>(() => CodecFile.CheckHeader(Input(Make(2)), Codec, 0, 1));
    }

    [Fact]
    public void A_file_of_another_format_is_named()
    {
        var error = Assert.Throws<CorruptIndexException>(() => CodecFile.CheckHeader(Input(Make(2)), "Other", 0, 9));
        Assert.Contains("\"Example\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"Other\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_before_the_footer_that_nobody_read_are_refused()
    {
        var input = Input(Make(2, 1, 2, 3));
        CodecFile.CheckHeader(input, Codec, 2, 2);
        Assert.Throws<CorruptIndexException>(() => CodecFile.CheckAtFooter(input));
        Assert.Throws<CorruptIndexException>(() => CodecFile.CheckAtEnd(input, hasFooter: false));
    }

    private static byte[] Make(int version, params byte[] content)
    {
        using var directory = new MemoryDirectory();
        using (var output = directory.CreateOutput("file"))
        {
            CodecFile.WriteHeader(output, Codec, version);
            output.WriteBytes(content);
            CodecFile.WriteFooter(output);
        }

        return directory.ReadFile("file");
    }

    private static IndexInput Input(byte[] bytes) => new(new PinnedFileMemory("file", bytes));
}
