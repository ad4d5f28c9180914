using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Codecs.Segments;

/// <summary>Commits for tests that care little about what is in them.</summary>
internal static class SomeCommit
{
    /// <summary>The commit of the format page, with the .si file that it needs.</summary>
    public static SegmentInfos Make(IndexDirectory directory, long generation)
    {
        var info = new SegmentInfo("_0", 3) { Files = { "_0.si" } };
        SegmentInfoWriter.Write(directory, info);
        return new SegmentInfos
        {
            Generation = generation,
            Version = generation * 2,
            Counter = 1,
            Segments = { new SegmentCommitInfo(info) { DeletionGeneration = 1, DeletedCount = 1 } },
            UserData = { ["k"] = "v" },
        };
    }

    public static void Write(IndexDirectory directory, long generation)
    {
        var commit = Make(directory, generation);
        SegmentInfosWriter.Prepare(directory, commit);
        SegmentInfosWriter.Finish(directory, commit);
    }

    /// <summary>Changes a file of a directory in memory.</summary>
    public static void Break(MemoryDirectory directory, string name, Func<byte[], byte[]> change) =>
        directory.WriteFile(name, change((byte[])directory.ReadFile(name).Clone()));
}
