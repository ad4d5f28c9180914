namespace NewsSearch.Archive;

/// <summary>The order of hits.</summary>
public enum NewsSort
{
    /// <summary>Best match first.</summary>
    Relevance,

    /// <summary>Latest first; articles without a date last.</summary>
    Newest,

    /// <summary>Earliest first; articles without a date last.</summary>
    Oldest,
}
