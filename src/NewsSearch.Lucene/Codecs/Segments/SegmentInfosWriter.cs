using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Segments;

/// <summary>Writes a commit in two steps: prepared, it changes nothing for readers; finished, it is the newest.</summary>
/// <remarks>
/// Lucene 4.8 writes segments_N under its own name and leaves out the footer until the second step. Here the whole file
/// stands under another name and is renamed, as Lucene does since version 5: the step that counts is then one that the
/// file system does at once or not at all, and no reader ever sees half a commit.
/// </remarks>
internal static class SegmentInfosWriter
{
    /// <summary>
    /// Writes segments_N, for N the generation of <paramref name="infos"/>, under its pending name and syncs it, and
    /// all names made so far. The caller has synced the contents of the files that the commit lists.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is a commit of that generation; commits are never overwritten.</exception>
    public static void Prepare(IndexDirectory directory, SegmentInfos infos)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(infos.Generation);
        if (directory.FileExists(SegmentInfosFormat.FileName(infos.Generation)))
            throw new InvalidOperationException($"{SegmentInfosFormat.FileName(infos.Generation)} exists already in {directory.Name}.");
        var pending = SegmentInfosFormat.PendingFileName(infos.Generation);
        using (var output = directory.CreateOutput(pending)) Write(output, infos);
        directory.Sync([pending]);
        directory.SyncNames();
    }

    /// <summary>Makes the prepared commit the newest one and syncs it.</summary>
    /// <exception cref="IOException">The commit may or may not be the newest: look with <see cref="SegmentInfosReader"/>.</exception>
    public static void Finish(IndexDirectory directory, SegmentInfos infos)
    {
        directory.Rename(SegmentInfosFormat.PendingFileName(infos.Generation), SegmentInfosFormat.FileName(infos.Generation));
        directory.SyncNames();
        GenerationFile.Write(directory, infos.Generation);
    }

    /// <summary>Removes a prepared commit, if there is one.</summary>
    public static void Abandon(IndexDirectory directory, SegmentInfos infos)
    {
        var pending = SegmentInfosFormat.PendingFileName(infos.Generation);
        if (directory.FileExists(pending)) directory.DeleteFile(pending);
    }

    private static void Write(IndexOutput output, SegmentInfos infos)
    {
        CodecFile.WriteHeader(output, SegmentInfosFormat.Codec, SegmentInfosFormat.VersionCurrent);
        output.WriteInt64(infos.Version);
        output.WriteInt32(infos.Counter);
        output.WriteInt32(infos.Segments.Count);
        foreach (var segment in infos.Segments) WriteSegment(output, segment);
        output.WriteStringMap(infos.UserData);
        CodecFile.WriteFooter(output);
    }

    private static void WriteSegment(IndexOutput output, SegmentCommitInfo segment)
    {
        output.WriteString(segment.Info.Name);
        output.WriteString(SegmentInfosFormat.SegmentCodec);
        output.WriteInt64(segment.DeletionGeneration);
        output.WriteInt32(segment.DeletedCount);
        output.WriteInt64(segment.FieldInfosGeneration);
        output.WriteInt32(segment.UpdateFiles.Count);
        foreach (var (generation, files) in segment.UpdateFiles)
        {
            output.WriteInt64(generation);
            output.WriteStringSet(files);
        }
    }
}
