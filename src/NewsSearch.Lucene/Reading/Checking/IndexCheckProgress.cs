namespace NewsSearch.Lucene.Reading.Checking;

/// <summary>How far a check has come.</summary>
/// <param name="Segment">The segment that is being read, such as _0.</param>
/// <param name="SegmentNumber">Its place among those of the commit, from 1.</param>
/// <param name="SegmentCount">Number of segments.</param>
/// <param name="Part">What is being read of it: a file, a field, the stored fields.</param>
public readonly record struct IndexCheckProgress(string Segment, int SegmentNumber, int SegmentCount, string Part);
