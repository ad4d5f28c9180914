namespace NewsSearch.SmartCn.Segmentation;

/// <summary>A token in a sentence; the offsets are those of the sentence.</summary>
internal readonly record struct SegmentToken(int Start, int End, TokenKind Kind);
