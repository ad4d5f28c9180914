using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs;

/// <summary>
/// What every file of an index begins and ends with: a header that names the format and its version, and, since
/// Lucene 4.8, a footer with the CRC-32 of all bytes before the checksum itself.
/// </summary>
/// <remarks>
/// Header: Int32 magic, String codec name, Int32 version. Footer: Int32 inverted magic, Int32 algorithm (0 = zlib
/// CRC-32), Int64 checksum. Source: Lucene 4.8, org.apache.lucene.codecs.CodecUtil (API documentation).
/// </remarks>
internal static class CodecFile
{
    public const int HeaderMagic = 0x3fd76c17;
    public const int FooterMagic = ~HeaderMagic;
    public const int FooterLength = 4 /* magic */ + 4 /* algorithm */ + 8 /* checksum */;

    private const int ZlibCrc32 = 0;
    private const int LookedThrough = 8 << 20;

    public static void WriteHeader(IndexOutput output, string codec, int version)
    {
        output.WriteInt32(HeaderMagic);
        output.WriteString(codec);
        output.WriteInt32(version);
    }

    /// <summary>The length in bytes of a header for that codec name, which is ASCII and shorter than 128.</summary>
    public static int HeaderLength(string codec) => 4 /* magic */ + 1 /* length of name */ + codec.Length + 4 /* version */;

    /// <summary>Reads a header and returns its version.</summary>
    /// <exception cref="CorruptIndexException">It is no header, one of another format, or of a version out of range.</exception>
    public static int CheckHeader(IndexInput input, string codec, int oldest, int newest)
    {
        var magic = input.ReadInt32();
        if (magic != HeaderMagic) input.Corrupt($"0x{magic:x8}", $"the codec header 0x{HeaderMagic:x8}");
        var name = input.ReadString();
        if (name != codec) input.Corrupt($"a file of format \"{Printable(name)}\"", $"\"{codec}\"");
        var version = input.ReadInt32();
        if (version < oldest) throw new IndexFormatTooOldException(input.Name, $"version {version} of {codec}", $"version {oldest}");
        if (version > newest) throw new IndexFormatTooNewException(input.Name, $"version {version} of {codec}", $"version {newest}");
        return version;
    }

    /// <summary>Completes the file and hands it to the operating system.</summary>
    public static void WriteFooter(IndexOutput output)
    {
        output.WriteInt32(FooterMagic);
        output.WriteInt32(ZlibCrc32);
        output.WriteInt64(output.Checksum);
        output.Flush();
    }

    /// <summary>Checks that a footer stands at the end, without reading the file; the position stays as it is.</summary>
    public static void CheckFooter(IndexInput input)
    {
        var tail = input.Clone();
        if (tail.Length < FooterLength) tail.Corrupt($"a file of {tail.Length} bytes", $"at least a footer of {FooterLength} bytes");
        tail.Seek(tail.Length - FooterLength);
        var magic = tail.ReadInt32();
        if (magic != FooterMagic) tail.Corrupt($"0x{magic:x8}", $"the footer 0x{FooterMagic:x8} (is the file truncated?)");
        var algorithm = tail.ReadInt32();
        if (algorithm != ZlibCrc32) tail.Corrupt($"checksum algorithm {algorithm}", $"{ZlibCrc32} (zlib CRC-32)");
    }

    /// <summary>Whether the file seems to end with a footer; those written before Lucene 4.8 do not.</summary>
    public static bool HasFooter(IndexInput input)
    {
        if (input.Length < FooterLength) return false;
        var tail = input.Clone();
        tail.Seek(tail.Length - FooterLength);
        return tail.ReadInt32() == FooterMagic;
    }

    /// <summary>Reads the whole file and compares its checksum with the footer's; the position stays as it is.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; looked at for every megabyte.</exception>
    public static void VerifyChecksum(IndexInput input, CancellationToken cancellationToken = default)
    {
        CheckFooter(input);
        var body = input.Slice(0, input.Length - 8 /* checksum */);
        var crc = default(Crc32);
        while (body.Remaining > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            crc.Append(body.ReadSpan((int)Math.Min(1 << 20, body.Remaining)));
            // A large file is not wanted in memory for having been looked through once.
            if (body.Position % LookedThrough == 0) body.LetGoOfPages();
        }

        var tail = input.Slice(input.Length - 8, 8);
        var stored = tail.ReadInt64();
        if (stored != crc.Value) CorruptIndexException.Throw(input.Name, -1, $"checksum 0x{crc.Value:x8} over its bytes", $"0x{stored:x8} as its footer says");
    }

    /// <summary>
    /// Reads the header of a small file that is read whole, and verifies its checksum before anything else of it is
    /// believed.
    /// </summary>
    /// <param name="firstWithFooter">The version from which on the format has a footer; older files have no checksum.</param>
    /// <returns>The version.</returns>
    public static int CheckHeaderAndChecksum(IndexInput input, string codec, int oldest, int newest, int firstWithFooter)
    {
        var version = CheckHeader(input, codec, oldest, newest);
        if (version >= firstWithFooter) VerifyChecksum(input);
        return version;
    }

    /// <summary>Checks that a reader has come exactly to the footer: no byte missing, none too many.</summary>
    public static void CheckAtFooter(IndexInput input)
    {
        if (input.Remaining != FooterLength) input.Corrupt($"{input.Remaining} bytes left", $"the footer of {FooterLength} bytes");
    }

    /// <summary>As <see cref="CheckAtFooter"/>, for a format whose older versions end without one.</summary>
    public static void CheckAtEnd(IndexInput input, bool hasFooter)
    {
        if (hasFooter) CheckAtFooter(input);
        else if (input.Remaining != 0) input.Corrupt($"{input.Remaining} bytes left", "the end of the file");
    }

    private static string Printable(string text) =>
        new([.. text.Take(40).Select(c => char.IsControl(c) ? '?' : c)]);
}
