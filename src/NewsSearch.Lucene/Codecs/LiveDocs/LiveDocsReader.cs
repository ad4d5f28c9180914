using System.Buffers.Binary;
using System.Numerics;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.LiveDocs;

/// <summary>Reads which documents of a segment are not deleted.</summary>
internal static class LiveDocsReader
{
    /// <summary>A set bit for each document that is not deleted. Verifies the checksum, and the counts against the commit's.</summary>
    /// <exception cref="CorruptIndexException">The file is broken or missing, or is not the one that the commit means.</exception>
    public static BitSet Read(IndexDirectory directory, SegmentCommitInfo segment)
    {
        var name = IndexFileNames.OfGeneration(segment.Info.Name, LiveDocsFormat.Extension, segment.DeletionGeneration);
        try
        {
            using var file = directory.OpenFile(name);
            return Read(new IndexInput(file), segment.Info.DocCount, segment.DeletedCount);
        }
        catch (FileNotFoundException error)
        {
            throw new CorruptIndexException(Path.Combine(directory.Name, name), -1, "no such file", $"the deletions of segment {segment.Info.Name}", error);
        }
    }

    private static BitSet Read(IndexInput input, int docCount, int deletedCount)
    {
        var mark = input.ReadInt32();
        if (mark != LiveDocsFormat.HasHeader) input.Corrupt($"{mark}", $"{LiveDocsFormat.HasHeader}, the mark before the header");
        var version = CodecFile.CheckHeaderAndChecksum(
            input, LiveDocsFormat.Codec, LiveDocsFormat.VersionClearedGaps, LiveDocsFormat.VersionCurrent, LiveDocsFormat.VersionChecksum);
        var size = input.ReadInt32();
        var isSparse = size == LiveDocsFormat.IsSparse;
        if (isSparse) size = input.ReadInt32();
        if (size != docCount) input.Corrupt($"bits for {size} documents", $"{docCount}, the documents of the segment");
        var count = input.ReadInt32();
        if (count != docCount - deletedCount) input.Corrupt($"{count} live documents", $"{docCount - deletedCount}, as the commit says");
        var liveDocs = new BitSet(docCount);
        if (isSparse) ReadGaps(input, liveDocs, deletedCount);
        else ReadBits(input, liveDocs);
        CodecFile.CheckAtEnd(input, version >= LiveDocsFormat.VersionChecksum);
        if (liveDocs.Count() != count) input.Corrupt($"{liveDocs.Count()} set bits", $"{count}, as the file's own count says");
        return liveDocs;
    }

    private static void ReadBits(IndexInput input, BitSet liveDocs)
    {
        var bytes = input.ReadSpan(LiveDocsFormat.ByteCount(liveDocs.Length));
        var words = liveDocs.Words;
        for (var i = 0; i < words.Length; i++) words[i] = Word(bytes[(i << 3)..]);
        CheckTail(input, liveDocs);
    }

    /// <summary>Up to eight bytes, the first one lowest.</summary>
    private static ulong Word(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 8) return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        var word = 0UL;
        for (var i = bytes.Length - 1; i >= 0; i--) word = word << 8 | bytes[i];
        return word;
    }

    private static void ReadGaps(IndexInput input, BitSet liveDocs, int deletedCount)
    {
        liveDocs.SetAll();
        var byteCount = LiveDocsFormat.ByteCount(liveDocs.Length);
        var at = 0L;
        // Bits past the end count as clear in the last byte, so that the rest can fall below zero there.
        for (var left = deletedCount; left > 0;)
        {
            at += input.ReadCount("as the gap before a byte", byteCount);
            if (at >= byteCount) input.Corrupt($"byte {at} of the bits", $"one of the {byteCount} bytes");
            var bits = input.ReadByte();
            if (bits == 0xFF) input.Corrupt("a byte without deletions in the list of those with some", "another byte");
            var shift = (int)(at & 7) << 3;
            ref var word = ref liveDocs.Words[(int)(at >> 3)];
            word = word & ~(0xFFUL << shift) | (ulong)bits << shift;
            left -= 8 - BitOperations.PopCount(bits);
        }

        CheckTail(input, liveDocs);
    }

    private static void CheckTail(IndexInput input, BitSet liveDocs)
    {
        if ((liveDocs.Length & 63) != 0 && liveDocs.Words[^1] >> (liveDocs.Length & 63) != 0)
            input.Corrupt("set bits past the last document", "clear ones");
    }
}
