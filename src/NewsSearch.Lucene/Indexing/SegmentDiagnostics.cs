namespace NewsSearch.Lucene.Indexing;

/// <summary>Notes that a new segment carries of its making.</summary>
internal static class SegmentDiagnostics
{
    /// <summary>
    /// The notes of Lucene, and a random id: an index that is removed and begun again has segments of the same names, which a
    /// reader must not take for those it has open. (Lucene gives segments an id since version 5.)
    /// </summary>
    public static Dictionary<string, string> Of(string source) => new()
    {
        ["source"] = source,
        ["os"] = Environment.OSVersion.Platform.ToString(),
        ["id"] = Guid.NewGuid().ToString("N"),
    };
}
