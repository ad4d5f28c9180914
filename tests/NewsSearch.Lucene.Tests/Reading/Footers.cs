using System.Buffers.Binary;
using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.Compound;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Reading;

/// <summary>Makes the checksums of changed files right again, as one would who wants the change believed.</summary>
internal static class Footers
{
    private const int ChecksumLength = 8;

    /// <summary>Corrects the checksum of a file; in a compound one also those of its parts, where their table can still be read.</summary>
    public static void Correct(SortedDictionary<string, byte[]> files, string file)
    {
        var bytes = files[file];
        if (file.EndsWith(".cfs", StringComparison.Ordinal) && files.TryGetValue(file[..^1] + "e", out var table)) CorrectParts(bytes, table);
        Correct(bytes);
    }

    private static void CorrectParts(byte[] data, byte[] table)
    {
        var entries = new IndexInput(new PinnedFileMemory("table", table));
        CodecFile.CheckHeader(entries, CompoundFormat.EntriesCodec, CompoundFormat.VersionStart, CompoundFormat.VersionCurrent);
        for (var count = entries.ReadVInt(); count > 0; count--)
        {
            entries.ReadString();
            var offset = (int)entries.ReadInt64();
            Correct(data.AsSpan(offset, (int)entries.ReadInt64()));
        }
    }

    private static void Correct(Span<byte> file)
    {
        if (file.Length < CodecFile.FooterLength) return;
        var crc = default(Crc32);
        crc.Append(file[..^ChecksumLength]);
        BinaryPrimitives.WriteInt64BigEndian(file[^ChecksumLength..], crc.Value);
    }
}
