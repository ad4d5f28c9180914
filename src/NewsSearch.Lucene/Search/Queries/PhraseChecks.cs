using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>What all kinds of phrases ask of their arguments.</summary>
internal static class PhraseChecks
{
    public static void RequirePositions(int termCount, IReadOnlyList<int> positions)
    {
        if (termCount != positions.Count)
            throw new ArgumentException($"There are {termCount} terms and {positions.Count} positions; each term has one.", nameof(positions));
        for (var i = 0; i < positions.Count; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(positions[i], nameof(positions));
            if (i > 0 && positions[i] < positions[i - 1])
                throw new ArgumentException($"Position {positions[i]} comes after {positions[i - 1]}; they must ascend.", nameof(positions));
        }
    }

    public static void RequireFewTerms(int count)
    {
        if (count > SearchLimits.MaxClauseCount) throw new TooManyClausesException("terms in a phrase", count, SearchLimits.MaxClauseCount);
    }

    /// <summary>Time to place terms that occur repeatedly in a phrase with slop grows with the square of their number.</summary>
    public static int RequireSlop(int slop, IReadOnlyList<PhraseSlot> slots)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slop);
        if (slop == 0) return slop;
        var repeats = PhraseRepeats.CountSlots(slots);
        if (repeats > SearchLimits.MaxSloppyRepeats)
            throw new TooManyClausesException("repeated terms in a phrase with slop", repeats, SearchLimits.MaxSloppyRepeats);
        return slop;
    }

    /// <summary>A phrase can only be found where the places of words were written down.</summary>
    public static void RequireIndexedPositions(SegmentReader segment, string field)
    {
        if (segment.Terms(field) is { Field.HasPositions: false })
            throw new InvalidOperationException(
                $"Field {field} is indexed without positions, so phrases can't be searched in it. Index it with positions.");
    }
}
