namespace NewsSearch.Lucene.Codecs.Compound;

/// <summary>Compound files: all files of a segment in one (.cfs), with their table of contents (.cfe).</summary>
internal static class CompoundFormat
{
    public const string DataExtension = "cfs";
    public const string EntriesExtension = "cfe";
}
