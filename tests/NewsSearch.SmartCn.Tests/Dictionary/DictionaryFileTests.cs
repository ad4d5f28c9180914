using System.IO.Compression;
using NewsSearch.SmartCn.Dictionary;
using NewsSearch.SmartCn.Tests.Support;

namespace NewsSearch.SmartCn.Tests.Dictionary;

/// <summary>The dictionary file: its example is what the writer writes and the reader reads, and a broken file is refused by name.</summary>
public sealed class DictionaryFileTests
{
    private static readonly byte[] s_example = Fixture.HexBlock("src/NewsSearch.SmartCn/Dictionary/FORMAT.md", "## Example");

    private static readonly DictionaryContent s_content = SmallDictionary.Content(
        [("中", 7), ("中国", 300), ("国", 5)],
        [("中", "国", 2), ("国", "中国", 1)]);

    [Fact]
    public void The_example_of_the_format_page_is_what_the_writer_writes()
    {
        using var plain = new MemoryStream();
        using var writer = new BinaryWriter(plain);
        DictionaryWriter.WritePlain(s_content, writer);
        Assert.Equal(s_example, plain.ToArray());
    }

    [Fact]
    public void The_example_of_the_format_page_is_read_as_it_says() => AssertSame(s_content, Read(s_example));

    [Fact]
    public void What_is_written_compressed_is_read_again()
    {
        using var file = new MemoryStream();
        DictionaryWriter.Write(s_content, file);
        file.Position = 0;
        AssertSame(s_content, DictionaryReader.Read(file));
    }

    [Fact]
    public void A_truncated_file_is_refused_with_its_name()
    {
        for (var length = 0; length < s_example.Length; length++)
        {
            var refusal = Assert.Throws<InvalidDataException>(() => Read(s_example.AsSpan(0, length)));
            Assert.StartsWith("SmartCn.dict: ", refusal.Message);
        }
    }

    [Theory]
    [InlineData(0, 0x4F, "begins with 4F53434E, expected 4E53434E")]
    [InlineData(4, 9, "version 9, expected 1")]
    [InlineData(6, 1, "length of the shared prefix is 1, expected 0 to 0")]
    [InlineData(7, 0x7F, "length of the suffix is 127, expected 0 to 64")]
    [InlineData(23, 9, "count of bigrams is 9, expected 0 to 2")]
    [InlineData(24, 9, "distance of right words is 9, expected 1 to 3")]
    [InlineData(24, 0, "distance of right words is 0, expected 1 to 3")]
    [InlineData(25, 0, "bigram's count is 0, expected 1 to 2159997")]
    [InlineData(22, 3, "2 bigrams, expected 3")]
    public void A_wrong_byte_is_refused_with_what_was_found(int offset, byte value, string message)
    {
        var broken = s_example.ToArray();
        broken[offset] = value;
        Assert.Equal("SmartCn.dict: " + message, Assert.Throws<InvalidDataException>(() => Read(broken)).Message);
    }

    [Fact]
    public void Flipped_bits_are_refused_or_read_but_nothing_else_happens()
    {
        for (var bit = 0; bit < s_example.Length * 8; bit++)
        {
            var broken = s_example.ToArray();
            broken[bit / 8] ^= (byte)(1 << (bit % 8));
            var refusal = Record.Exception(() => Read(broken));
            if (refusal is not null) Assert.IsType<InvalidDataException>(refusal);
        }
    }

    [Fact]
    public void A_file_that_is_not_compressed_is_refused()
    {
        using var file = new MemoryStream([0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3]);
        Assert.StartsWith("SmartCn.dict: ", Assert.Throws<InvalidDataException>(() => DictionaryReader.Read(file)).Message);
    }

    [Fact]
    public void The_embedded_dictionary_holds_the_words_and_pairs_of_the_format_page()
    {
        using var resource = typeof(DictionaryReader).Assembly.GetManifestResourceStream(DictionaryFormat.ResourceName)!;
        var content = DictionaryReader.Read(resource);
        Assert.Equal(318_072, content.BigramRights.Length);
        Assert.InRange(content.WordCount, 85_000, 90_000);
        Assert.All(content.BigramCounts, count => Assert.InRange(count, 1, BigramWeights.CorpusWordCount));
    }

    private static DictionaryContent Read(ReadOnlySpan<byte> plain)
    {
        using var file = new MemoryStream();
        using (var brotli = new BrotliStream(file, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(plain);
        file.Position = 0;
        return DictionaryReader.Read(file);
    }

    private static void AssertSame(DictionaryContent expected, DictionaryContent found)
    {
        Assert.Equal(expected.Characters, found.Characters);
        Assert.Equal(expected.WordStarts, found.WordStarts);
        Assert.Equal(expected.WordCounts, found.WordCounts);
        Assert.Equal(expected.BigramStarts, found.BigramStarts);
        Assert.Equal(expected.BigramRights, found.BigramRights);
        Assert.Equal(expected.BigramCounts, found.BigramCounts);
    }
}
