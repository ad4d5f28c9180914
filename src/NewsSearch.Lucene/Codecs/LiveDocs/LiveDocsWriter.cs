using System.Numerics;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.LiveDocs;

/// <summary>Writes which documents of a segment are not deleted.</summary>
internal static class LiveDocsWriter
{
    /// <summary>Writes the file of the segment's deletion generation.</summary>
    /// <exception cref="ArgumentException">The set does not fit the segment's counts: what was written could not be read.</exception>
    public static void Write(IndexDirectory directory, SegmentCommitInfo segment, BitSet liveDocs)
    {
        var count = liveDocs.Count();
        if (liveDocs.Length != segment.Info.DocCount || count != segment.Info.DocCount - segment.DeletedCount)
            throw new ArgumentException(
                $"{count} live documents of {liveDocs.Length}, but segment {segment.Info.Name} has {segment.DeletedCount} deleted of {segment.Info.DocCount}.", nameof(liveDocs));
        using var output = directory.CreateOutput(IndexFileNames.OfGeneration(segment.Info.Name, LiveDocsFormat.Extension, segment.DeletionGeneration));
        output.WriteInt32(LiveDocsFormat.HasHeader);
        CodecFile.WriteHeader(output, LiveDocsFormat.Codec, LiveDocsFormat.VersionCurrent);
        var usesGaps = LiveDocsFormat.UsesGaps(liveDocs.Length, segment.DeletedCount);
        if (usesGaps) output.WriteInt32(LiveDocsFormat.IsSparse);
        output.WriteInt32(liveDocs.Length);
        output.WriteInt32(count);
        if (usesGaps) WriteGaps(output, liveDocs, segment.DeletedCount);
        else WriteBits(output, liveDocs);
        CodecFile.WriteFooter(output);
    }

    private static void WriteBits(IndexOutput output, BitSet liveDocs)
    {
        var byteCount = LiveDocsFormat.ByteCount(liveDocs.Length);
        for (var i = 0; i < byteCount; i++) output.WriteByte(ByteAt(liveDocs, i));
    }

    private static void WriteGaps(IndexOutput output, BitSet liveDocs, int deletedCount)
    {
        var last = 0;
        for (int i = 0, left = deletedCount; left > 0; i++)
        {
            var bits = ByteAt(liveDocs, i);
            if (bits == 0xFF) continue;
            output.WriteVInt(i - last);
            output.WriteByte(bits);
            last = i;
            left -= 8 - BitOperations.PopCount(bits);
        }
    }

    private static byte ByteAt(BitSet bits, int index) => (byte)(bits.Words[index >> 3] >> ((index & 7) << 3));
}
