namespace NewsSearch.Lucene.Packing;

/// <summary>How the search for an arc ended.</summary>
internal enum FstLookup
{
    Found,

    /// <summary>The node has no arc of that label.</summary>
    None,

    /// <summary>The bytes are no node: they lead out of the automaton.</summary>
    Broken,
}
