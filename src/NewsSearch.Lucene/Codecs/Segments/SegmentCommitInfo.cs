namespace NewsSearch.Lucene.Codecs.Segments;

/// <summary>A segment as a commit lists it, with the generation of its deletions.</summary>
internal sealed class SegmentCommitInfo(SegmentInfo info)
{
    public SegmentInfo Info { get; } = info;

    /// <summary>Generation of the _N.del file; -1 where nothing is deleted.</summary>
    public long DeletionGeneration { get; set; } = -1;

    /// <summary>Number of deleted documents.</summary>
    public int DeletedCount { get; set; }

    /// <summary>Generation of the field infos changed by doc values updates; -1 where there are none.</summary>
    public long FieldInfosGeneration { get; set; } = -1;

    /// <summary>Files of doc values updates by their generation.</summary>
    public SortedDictionary<long, List<string>> UpdateFiles { get; init; } = [];

    /// <summary>All its files: those of the segment, of its deletions and of updates.</summary>
    public IEnumerable<string> AllFiles()
    {
        foreach (var file in Info.Files) yield return file;
        if (DeletionGeneration >= 0) yield return IndexFileNames.OfGeneration(Info.Name, "del", DeletionGeneration);
        foreach (var file in UpdateFiles.Values.SelectMany(files => files)) yield return file;
        if (FieldInfosGeneration >= 0) yield return IndexFileNames.OfGeneration(Info.Name, "fnm", FieldInfosGeneration);
    }
}
