using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Segments;

/// <summary>Reads commits.</summary>
internal static class SegmentInfosReader
{
    /// <summary>The newest commit.</summary>
    /// <exception cref="IndexNotFoundException">There is no segments_N file.</exception>
    /// <exception cref="CorruptIndexException">
    /// The newest commit, or a .si file that it names, is broken or missing. An older commit is never taken in its
    /// place without a word: that would lose documents silently.
    /// </exception>
    public static SegmentInfos ReadLatest(IndexDirectory directory)
    {
        // First segments.gen, then the names: it is written after its segments_N, so it can be ahead only of a loss.
        var announced = GenerationFile.Read(directory);
        var generation = LatestGeneration(directory);
        while (true)
        {
            if (generation < 0) throw new IndexNotFoundException(directory.Name, Describe(directory, announced));
            if (generation < announced) ThrowLost(directory, announced, generation);
            try
            {
                return Read(directory, generation);
            }
            catch (IOException error)
            {
                // A writer may have finished a newer commit and removed this one meanwhile; otherwise the error stands.
                var newer = LatestGeneration(directory);
                if (newer <= generation) throw Explain(directory, generation, error);
                generation = newer;
            }
        }
    }

    /// <summary>The newest commit, or null where none was ever made: what a writer begins with.</summary>
    /// <exception cref="CorruptIndexException">
    /// As of <see cref="ReadLatest"/>; also where segments.gen knows of a commit that is gone: a writer that began anew there
    /// would remove the files of every article that the lost commit had.
    /// </exception>
    public static SegmentInfos? ReadLatestOrNone(IndexDirectory directory)
    {
        var newest = LatestGeneration(directory);
        if (newest >= 0) return ReadLatest(directory);
        var announced = GenerationFile.Read(directory);
        if (announced >= 0) ThrowLost(directory, announced, newest);
        return null;
    }

    /// <summary>The commit segments_N.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="CorruptIndexException">The commit, or a .si file that it names, is broken.</exception>
    public static SegmentInfos Read(IndexDirectory directory, long generation) => Read(directory, generation, null);

    /// <summary>As <see cref="Read(IndexDirectory, long)"/>, but without the segments whose .si file is broken or missing, which are noted instead.</summary>
    /// <param name="unreadable">Takes the segments that the result leaves out.</param>
    public static SegmentInfos ReadReadable(IndexDirectory directory, long generation, List<UnreadableSegment> unreadable) =>
        Read(directory, generation, unreadable);

    /// <summary>The largest N of the segments_N files that is less than <paramref name="before"/>, or -1.</summary>
    public static long LatestGeneration(IndexDirectory directory, long before)
    {
        var latest = -1L;
        foreach (var name in directory.ListAll())
        {
            var generation = SegmentInfosFormat.GenerationOf(name);
            if (generation < before) latest = Math.Max(latest, generation);
        }

        return latest;
    }

    private static SegmentInfos Read(IndexDirectory directory, long generation, List<UnreadableSegment>? unreadable)
    {
        using var file = directory.OpenFile(SegmentInfosFormat.FileName(generation));
        var input = new IndexInput(file);
        var version = CodecFile.CheckHeaderAndChecksum(
            input, SegmentInfosFormat.Codec, SegmentInfosFormat.Version46, SegmentInfosFormat.VersionCurrent, SegmentInfosFormat.Version48);
        if (version < SegmentInfosFormat.Version48) VerifyBareChecksum(input);
        var infos = new SegmentInfos { Generation = generation, Version = input.ReadInt64(), Counter = input.ReadInt32() };
        var count = input.ReadInt32();
        if (count < 0 || count > input.Remaining / SegmentInfosFormat.ShortestSegment) input.Corrupt($"{count} segments", "a number of segments that fits the file");
        for (var i = 0; i < count; i++) ReadSegment(directory, input, infos.Segments, unreadable);
        foreach (var (key, value) in input.ReadStringMap()) infos.UserData.Add(key, value);
        if (version >= SegmentInfosFormat.Version48) CodecFile.CheckAtFooter(input);
        else if (input.Remaining != sizeof(long)) input.Corrupt($"{input.Remaining} bytes left", "the checksum of 8 bytes");
        var names = infos.Segments.Select(segment => segment.Info.Name).Concat(unreadable?.Select(segment => segment.Name) ?? []);
        if (names.Distinct().Count() != count) input.Corrupt("a segment listed twice", "each segment once");
        return infos;
    }

    /// <summary>The largest N of the segments_N files, or -1.</summary>
    public static long LatestGeneration(IndexDirectory directory) => LatestGeneration(directory, long.MaxValue);

    private static void ReadSegment(IndexDirectory directory, IndexInput input, List<SegmentCommitInfo> segments, List<UnreadableSegment>? unreadable)
    {
        var name = input.ReadString();
        if (!IndexFileNames.IsSegment(name)) input.Corrupt($"\"{name}\" as the name of a segment", "a name such as _0");
        CheckCodec(input, name, input.ReadString());
        var deletionGeneration = input.ReadInt64();
        var deletedCount = input.ReadInt32();
        var info = ReadInfo(directory, name, deletionGeneration, deletedCount, unreadable);
        var segment = new SegmentCommitInfo(info ?? new SegmentInfo(name, int.MaxValue))
        {
            DeletionGeneration = deletionGeneration,
            DeletedCount = deletedCount,
            FieldInfosGeneration = input.ReadInt64(),
        };
        if (deletedCount < 0 || deletedCount > segment.Info.DocCount)
            input.Corrupt($"{deletedCount} deleted documents in segment {name}", $"0 to {segment.Info.DocCount}, the number of its documents");
        if (deletionGeneration < 0 && deletedCount > 0)
            input.Corrupt($"{deletedCount} deleted documents in segment {name} without a deletions file", "none, or a generation of that file");
        ReadUpdateFiles(input, segment);
        if (info is not null) segments.Add(segment);
    }

    private static SegmentInfo? ReadInfo(
        IndexDirectory directory, string name, long deletionGeneration, int deletedCount, List<UnreadableSegment>? unreadable)
    {
        try
        {
            return SegmentInfoReader.Read(directory, name);
        }
        catch (IOException error) when (unreadable is not null)
        {
            unreadable.Add(new UnreadableSegment(name, deletionGeneration, deletedCount, error));
            return null;
        }
    }

    private static void ReadUpdateFiles(IndexInput input, SegmentCommitInfo segment)
    {
        var count = input.ReadInt32();
        if (count < 0 || count > input.Remaining / 12) input.Corrupt($"{count} generations of updates", "a number that fits the file");
        for (var i = 0; i < count; i++)
        {
            var generation = input.ReadInt64();
            var files = input.ReadStringSet();
            if (!files.TrueForAll(name => IndexFileNames.IsFileOfSegment(segment.Info.Name, name)))
                input.Corrupt($"the files \"{string.Join("\", \"", files)}\"", $"files of segment {segment.Info.Name}");
            if (!segment.UpdateFiles.TryAdd(generation, files)) input.Corrupt($"update generation {generation} twice", "each generation once");
        }
    }

    private static void CheckCodec(IndexInput input, string segment, string codec)
    {
        const string wanted = $"codec {SegmentInfosFormat.SegmentCodec}";
        if (codec == SegmentInfosFormat.SegmentCodec) return;
        var found = $"segment {segment} in codec \"{codec}\"";
        if (codec is "Lucene3x" or "Lucene40" or "Lucene41" or "Lucene42" or "Lucene45") throw new IndexFormatTooOldException(input.Name, found, wanted);
        if (codec is "Lucene49" or "Lucene410") throw new IndexFormatTooNewException(input.Name, found, wanted);
        input.Corrupt(found, wanted);
    }

    private static void VerifyBareChecksum(IndexInput input)
    {
        var end = input.Length - sizeof(long);
        var stored = input.Slice(end, sizeof(long)).ReadInt64();
        var crc = default(Crc32);
        for (var body = input.Slice(0, end); body.Remaining > 0;) crc.Append(body.ReadSpan((int)Math.Min(1 << 20, body.Remaining)));
        if (stored != crc.Value) CorruptIndexException.Throw(input.Name, -1, $"checksum 0x{crc.Value:x8} over its bytes", $"0x{stored:x8} as its end says");
    }

    private static void ThrowLost(IndexDirectory directory, long announced, long newest)
    {
        var remedy = newest < 0
            ? "to give the index up and begin another here, delete the files of the old one"
            : $"to go back to {SegmentInfosFormat.FileName(newest)}, which is there, delete {SegmentInfosFormat.GenerationFile}";
        throw new CorruptIndexException(
            Path.Combine(directory.Name, SegmentInfosFormat.FileName(announced)),
            -1,
            "no such file",
            $"the newest commit, as {SegmentInfosFormat.GenerationFile} says; {remedy}");
    }

    private static IOException Explain(IndexDirectory directory, long generation, IOException error)
    {
        if (error is IndexFormatTooNewException or IndexFormatTooOldException) return error;
        var commit = SegmentInfosFormat.FileName(generation);
        var older = LatestGeneration(directory, generation);
        var remedy = older < 0 ? "" : $"; an older commit, {SegmentInfosFormat.FileName(older)}, is there: to go back to it, move {commit} and {SegmentInfosFormat.GenerationFile} away";
        return error switch
        {
            FileNotFoundException missing => new CorruptIndexException(
                missing.FileName ?? directory.Name, -1, "no such file", $"a file of the newest commit, {commit}{remedy}", missing),
            CorruptIndexException broken when older >= 0 => new CorruptIndexException(
                broken.File, broken.Offset, broken.Found, broken.Expected + remedy, broken),
            _ => error,
        };
    }

    private static string Describe(IndexDirectory directory, long announced)
    {
        if (!directory.Exists) return "no such directory";
        var names = directory.ListAll();
        if (names.Count == 0) return "an empty directory";
        var ofIndex = names.Where(IsOfIndex).ToList();
        if (ofIndex.Count == 0) return (names.Count == 1 ? "1 other file, " : $"{names.Count} other files, such as ") + names[0];
        var lost = announced < 0 ? "commit file" : $"commit file ({SegmentInfosFormat.FileName(announced)}, says {SegmentInfosFormat.GenerationFile})";
        return $"{ofIndex.Count} files of an index ({string.Join(", ", ofIndex.Take(3))}{(ofIndex.Count > 3 ? ", …" : "")}) whose {lost} is missing; "
            + "if it was never committed, they can be deleted, otherwise restore segments_N from a backup";
    }

    private static bool IsOfIndex(string name)
    {
        if (name == SegmentInfosFormat.GenerationFile || name.StartsWith(SegmentInfosFormat.PendingPrefix + SegmentInfosFormat.FilePrefix, StringComparison.Ordinal)) return true;
        var end = name.AsSpan(1).IndexOfAny('_', '.');
        return end > 0 && IndexFileNames.IsSegment(name[..(end + 1)]);
    }
}
