using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Segments;

/// <summary>Writes a segment's .si file.</summary>
internal static class SegmentInfoWriter
{
    /// <summary>Writes the file.</summary>
    /// <exception cref="ArgumentException">The .si file's own name does not stand in <see cref="SegmentInfo.Files"/>.</exception>
    public static void Write(IndexDirectory directory, SegmentInfo info)
    {
        var name = IndexFileNames.OfSegment(info.Name, "", SegmentInfoFormat.Extension);
        // Lucene deletes files by this list: one that is not in it stays behind for ever.
        if (!info.Files.Contains(name)) throw new ArgumentException($"The files of segment {info.Name} do not name {name} itself.", nameof(info));
        using var output = directory.CreateOutput(name);
        CodecFile.WriteHeader(output, SegmentInfoFormat.Codec, SegmentInfoFormat.VersionCurrent);
        output.WriteString(info.Version);
        output.WriteInt32(info.DocCount);
        output.WriteByte(info.IsCompound ? SegmentInfoFormat.IsCompound : SegmentInfoFormat.IsNotCompound);
        output.WriteStringMap(info.Diagnostics);
        output.WriteStringSet(info.Files);
        CodecFile.WriteFooter(output);
    }
}
