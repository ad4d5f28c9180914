using System.Buffers.Binary;

namespace NewsSearch.Lucene.Store;

/// <summary>
/// CRC-32 as zlib computes it (polynomial 0x04C11DB7, reflected), eight bytes a step: the checksum of Lucene's footers and of gzip.
/// </summary>
/// <remarks>Method: M. Kounavis, F. Berry, "A systematic approach to building high performance software-based CRC
/// generators" (ISCC 2005), known as slicing-by-8.</remarks>
public struct Crc32
{
    private const uint ReflectedPolynomial = 0xEDB88320;

    private static readonly uint[] Tables = BuildTables();

    private uint _inverted;

    /// <summary>The checksum of all bytes so far; 0 for none.</summary>
    public readonly uint Value => _inverted;

    /// <summary>The checksum of one run of bytes.</summary>
    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        var crc = default(Crc32);
        crc.Append(bytes);
        return crc.Value;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (Crc32Folding.IsSupported && bytes.Length >= Crc32Folding.MinLength)
        {
            var folded = bytes.Length & ~(Crc32Folding.Step - 1);
            _inverted = ~Crc32Folding.Append(~_inverted, bytes[..folded]);
            bytes = bytes[folded..];
        }

        AppendByTable(bytes);
    }

    /// <summary>As <see cref="Append"/>, on any processor.</summary>
    internal void AppendByTable(ReadOnlySpan<byte> bytes)
    {
        var tables = Tables.AsSpan();
        var crc = ~_inverted;
        while (bytes.Length >= 8)
        {
            var low = crc ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = tables[(7 << 8) + (int)(low & 0xFF)] ^ tables[(6 << 8) + (int)(low >> 8 & 0xFF)]
                ^ tables[(5 << 8) + (int)(low >> 16 & 0xFF)] ^ tables[(4 << 8) + (int)(low >> 24)]
                ^ tables[(3 << 8) + (int)(high & 0xFF)] ^ tables[(2 << 8) + (int)(high >> 8 & 0xFF)]
                ^ tables[(1 << 8) + (int)(high >> 16 & 0xFF)] ^ tables[(int)(high >> 24)];
            bytes = bytes[8..];
        }

        foreach (var b in bytes) crc = crc >> 8 ^ tables[(int)(crc & 0xFF) ^ b];
        _inverted = ~crc;
    }

    private static uint[] BuildTables()
    {
        var tables = new uint[8 << 8];
        for (var i = 0u; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = value >> 1 ^ ((value & 1) * ReflectedPolynomial);
            tables[i] = value;
        }

        for (var i = 256; i < tables.Length; i++)
            tables[i] = tables[i - 256] >> 8 ^ tables[(int)(tables[i - 256] & 0xFF)];
        return tables;
    }
}
