using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Codecs.FieldInfos;

/// <summary>What a segment knows of a field.</summary>
internal sealed class FieldInfo(string name, int number)
{
    public string Name { get; } = name;

    /// <summary>Names the field within its segment; from 0.</summary>
    public int Number { get; } = number;

    public IndexOptions IndexOptions { get; set; }

    public bool OmitsNorms { get; set; }

    public bool HasPayloads { get; set; }

    public bool HasVectors { get; set; }

    public DocValuesType DocValuesType { get; set; }

    /// <summary>The type of the norms' column: Numeric where the segment has norms for the field, else None.</summary>
    public DocValuesType NormType { get; set; }

    /// <summary>Generation of updated doc values; -1 where there are none.</summary>
    public long DocValuesGeneration { get; set; } = -1;

    public Dictionary<string, string> Attributes { get; init; } = [];

    public bool IsIndexed => IndexOptions != IndexOptions.None;

    public bool HasNorms => NormType != DocValuesType.None;

    public bool HasFreqs => IndexOptions >= IndexOptions.DocsAndFreqs;

    public bool HasPositions => IndexOptions >= IndexOptions.DocsFreqsAndPositions;

    public bool HasOffsets => IndexOptions >= IndexOptions.DocsFreqsPositionsAndOffsets;
}
