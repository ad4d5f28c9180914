using System.IO.Compression;

namespace NewsSearch.SmartCn.Normalization;

/// <summary>Reads the file Normalization.bin.</summary>
internal static class NormalizationReader
{
    private const int LastCodePoint = 0x10FFFF;

    /// <exception cref="InvalidDataException">The file is no such table, of another version, or broken.</exception>
    public static List<KeyValuePair<int, string>> Read(Stream input)
    {
        var plain = new byte[NormalizationFormat.MaxLength];
        try
        {
            using var brotli = new BrotliStream(input, CompressionMode.Decompress, leaveOpen: true);
            var length = brotli.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false);
            if (length == plain.Length) throw Broken($"{length} bytes or more");
            using var reader = new BinaryReader(new MemoryStream(plain, 0, length));
            return ReadPlain(reader);
        }
        catch (Exception error) when (error is InvalidOperationException or EndOfStreamException or FormatException)
        {
            throw Broken("the file ends too early or holds no numbers: " + error.Message);
        }
    }

    private static List<KeyValuePair<int, string>> ReadPlain(BinaryReader reader)
    {
        var magic = reader.ReadBytes(NormalizationFormat.Magic.Length);
        if (!magic.AsSpan().SequenceEqual(NormalizationFormat.Magic)) throw Broken($"begins with {Convert.ToHexString(magic)}, expected 4E534E54");
        var version = reader.ReadByte();
        if (version != NormalizationFormat.Version) throw Broken($"version {version}, expected {NormalizationFormat.Version}");
        var count = Check("count", reader.Read7BitEncodedInt(), 0, LastCodePoint);
        var entries = new List<KeyValuePair<int, string>>();
        Span<char> result = stackalloc char[NormalizationFormat.MaxResultLength];
        var source = 0;
        for (var i = 0; i < count; i++)
        {
            source += Check("distance", reader.Read7BitEncodedInt(), i == 0 ? 0 : 1, LastCodePoint - source);
            var length = Check("length", reader.Read7BitEncodedInt(), 0, result.Length);
            for (var k = 0; k < length; k++) result[k] = (char)reader.ReadUInt16();
            entries.Add(new(source, result[..length].ToString()));
        }

        return entries;
    }

    private static int Check(string what, int value, int min, int max) =>
        value >= min && value <= max ? value : throw Broken($"{what} is {value}, expected {min} to {max}");

    private static InvalidDataException Broken(string what) => new($"Normalization.bin: {what}");
}
