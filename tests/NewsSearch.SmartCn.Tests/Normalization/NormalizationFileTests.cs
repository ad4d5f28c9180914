using System.IO.Compression;
using NewsSearch.SmartCn.Normalization;
using NewsSearch.SmartCn.Tests.Support;

namespace NewsSearch.SmartCn.Tests.Normalization;

public sealed class NormalizationFileTests
{
    private static readonly List<KeyValuePair<int, string>> s_example =
    [
        new('A', "a"), new('\u00AD', ""), new('½', "1/2"), new('臺', "台"),
    ];

    [Fact]
    public void The_example_of_the_format_page_is_what_is_written_and_read()
    {
        var example = Fixture.HexBlock("src/NewsSearch.SmartCn/Normalization/FORMAT.md", "## Example");
        using var written = new MemoryStream();
        NormalizationWriter.WritePlain(s_example, written);
        Assert.Equal(example, written.ToArray());
        Assert.Equal(s_example, Read(example));
    }

    [Fact]
    public void The_table_of_the_program_comes_back_as_it_went_in()
    {
        using var resource = typeof(NormalizationTable).Assembly.GetManifestResourceStream(NormalizationFormat.ResourceName)!;
        var entries = NormalizationReader.Read(resource);
        Assert.True(entries.Count > 15_000);
        using var copy = new MemoryStream();
        NormalizationWriter.Write(entries, copy);
        copy.Position = 0;
        Assert.Equal(entries, NormalizationReader.Read(copy));
    }

    [Fact]
    public void A_file_that_ends_early_or_holds_something_else_is_refused()
    {
        using var written = new MemoryStream();
        NormalizationWriter.WritePlain(s_example, written);
        var whole = written.ToArray();
        for (var length = 0; length < whole.Length; length++)
            Assert.StartsWith("Normalization.bin: ", Assert.Throws<InvalidDataException>(() => Read(whole[..length])).Message, StringComparison.Ordinal);
        Refuse(whole, 0, (byte)'M', "4E534E54");
        Refuse(whole, 4, 9, "version 9, expected 1");
        Refuse(whole, 7, 200, "expected 0 to 32");
        Assert.Throws<InvalidDataException>(() => NormalizationReader.Read(new MemoryStream(whole)));
    }

    private static void Refuse(byte[] whole, int offset, byte value, string message)
    {
        var broken = (byte[])whole.Clone();
        broken[offset] = value;
        if (offset == 7) broken[offset + 1] = 1;
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Read(broken)).Message, StringComparison.Ordinal);
    }

    private static List<KeyValuePair<int, string>> Read(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(plain);
        packed.Position = 0;
        return NormalizationReader.Read(packed);
    }
}
