namespace NewsSearch.Lucene.Codecs.TermVectors;

/// <summary>What a field of a document keeps of each occurrence of its terms.</summary>
[Flags]
internal enum VectorFlags
{
    None = 0,
    Positions = 1,
    Offsets = 2,
    Payloads = 4,
}
