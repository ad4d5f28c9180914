using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Segments;

/// <summary>Reads a segment's .si file.</summary>
internal static class SegmentInfoReader
{
    /// <summary>Reads the whole file and verifies its checksum.</summary>
    /// <exception cref="CorruptIndexException">The file is broken.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static SegmentInfo Read(IndexDirectory directory, string segment)
    {
        using var file = directory.OpenFile(IndexFileNames.OfSegment(segment, "", SegmentInfoFormat.Extension));
        var input = new IndexInput(file);
        var version = CodecFile.CheckHeaderAndChecksum(
            input, SegmentInfoFormat.Codec, SegmentInfoFormat.VersionStart, SegmentInfoFormat.VersionCurrent, SegmentInfoFormat.VersionChecksum);
        var luceneVersion = input.ReadString();
        var docCount = input.ReadInt32();
        if (docCount < 0) input.Corrupt($"{docCount} documents", "0 or more");
        var compound = input.ReadByte();
        if (compound is not (SegmentInfoFormat.IsCompound or SegmentInfoFormat.IsNotCompound)) input.Corrupt($"compound flag {compound}", "1 (yes) or 255 (no)");
        var info = new SegmentInfo(segment, docCount)
        {
            Version = luceneVersion,
            IsCompound = compound == SegmentInfoFormat.IsCompound,
            Diagnostics = input.ReadStringMap(),
            Files = ReadFiles(input, segment),
        };
        CodecFile.CheckAtEnd(input, version >= SegmentInfoFormat.VersionChecksum);
        return info;
    }

    private static List<string> ReadFiles(IndexInput input, string segment)
    {
        var files = input.ReadStringSet();
        foreach (var name in files)
            if (!IndexFileNames.IsFileOfSegment(segment, name)) input.Corrupt($"\"{name}\" as a file of segment {segment}", $"names that begin with {segment}");
        return files;
    }
}
