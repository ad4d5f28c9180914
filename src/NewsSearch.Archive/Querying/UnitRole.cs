namespace NewsSearch.Archive.Querying;

/// <summary>What a unit is for.</summary>
internal enum UnitRole
{
    /// <summary>An article has to have it.</summary>
    Required,

    /// <summary>A single character that segmentation left between words: required with one of its neighbours, the first to be dropped.</summary>
    Single,

    /// <summary>A word that says nothing by itself.</summary>
    Optional,
}
