using System.IO.Compression;

namespace NewsSearch.SmartCn.Normalization;

/// <summary>Writes the file Normalization.bin.</summary>
internal static class NormalizationWriter
{
    /// <param name="entries">Code points with what they become, ascending.</param>
    /// <param name="output">Stays open.</param>
    public static void Write(IReadOnlyList<KeyValuePair<int, string>> entries, Stream output)
    {
        using var plain = new MemoryStream();
        WritePlain(entries, plain);
        using var brotli = new BrotliStream(output, CompressionLevel.SmallestSize, leaveOpen: true);
        brotli.Write(plain.GetBuffer().AsSpan(0, (int)plain.Length));
    }

    internal static void WritePlain(IReadOnlyList<KeyValuePair<int, string>> entries, Stream output)
    {
        using var writer = new BinaryWriter(output, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(NormalizationFormat.Magic);
        writer.Write(NormalizationFormat.Version);
        writer.Write7BitEncodedInt(entries.Count);
        var previous = 0;
        foreach (var (source, result) in entries)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(result.Length, NormalizationFormat.MaxResultLength);
            writer.Write7BitEncodedInt(source - previous);
            writer.Write7BitEncodedInt(result.Length);
            foreach (var unit in result) writer.Write((ushort)unit);
            previous = source;
        }
    }
}
