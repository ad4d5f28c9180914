namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>An occurrence; the offsets are -1 where they are not indexed.</summary>
internal readonly record struct JudgePosition(int Position, int StartOffset, int EndOffset);
