namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>A term of a document's vector with its occurrences there, as the judge sees them.</summary>
internal sealed record JudgeVectorTerm(string Term, int Freq, IReadOnlyList<JudgePosition> Positions)
{
    /// <summary>One line, so that lists of these are easily compared.</summary>
    public override string ToString() => $"{Term} {Freq}: {string.Join(' ', Positions.Select(at => $"{at.Position}:{at.StartOffset}-{at.EndOffset}"))}";
}
