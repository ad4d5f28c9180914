namespace NewsSearch.Lucene.Documents;

/// <summary>What the index keeps of the terms of a field; each step keeps all of the one before.</summary>
public enum IndexOptions
{
    /// <summary>The field can't be searched by term.</summary>
    None,

    /// <summary>Which documents hold a term.</summary>
    Docs,

    /// <summary>And how often.</summary>
    DocsAndFreqs,

    /// <summary>And at which positions: phrases can be searched.</summary>
    DocsFreqsAndPositions,

    /// <summary>And at which offsets in the text.</summary>
    DocsFreqsPositionsAndOffsets,
}
