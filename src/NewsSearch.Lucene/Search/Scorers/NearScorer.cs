using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>
/// The documents in which two phrases stand near each other in any order, scored by how many occurrences of the first have one of
/// the second near them.
/// </summary>
internal sealed class NearScorer : PositionsScorer
{
    private readonly NearPhrase _first;
    private readonly NearPhrase _second;
    private readonly long _distance;
    private readonly bool _needsFreq;
    private int[] _starts = new int[16];
    private int _freq;

    /// <param name="first">The phrase whose occurrences are counted; not moved yet.</param>
    /// <param name="second">The other phrase; not moved yet.</param>
    /// <param name="distance">The most positions between the end of one and the beginning of the other.</param>
    /// <param name="similarity">Scores the two together as if they were a term.</param>
    /// <param name="needsFreq">Whether all occurrences are to be counted; otherwise the first one of a document is enough.</param>
    /// <param name="cancellationToken">Ends long verifications.</param>
    public NearScorer(NearPhrase first, NearPhrase second, int distance, Bm25Scorer similarity, bool needsFreq, CancellationToken cancellationToken)
        : base(new ConjunctionIterator([.. first.Postings, .. second.Postings]), similarity, cancellationToken)
    {
        _first = first;
        _second = second;
        _distance = distance;
        _needsFreq = needsFreq;
    }

    public override float PhraseFreq => _freq;

    public override bool Matches()
    {
        _freq = 0;
        // The first phrase alone rules most candidates out, before the places of the second are gathered.
        if (!_first.Occurrences.MoveToFirst()) return false;
        var seconds = GatherStarts(_second.Occurrences);
        if (seconds.IsEmpty) return false;
        var next = 0;
        do
        {
            var start = _first.Occurrences.Start;
            // Those that begin too early for this occurrence begin too early for the later ones.
            while (next < seconds.Length && (long)seconds[next] + _second.Length + _distance < start) next++;
            if (!HasNear(seconds[next..], start)) continue;
            _freq++;
            if (!_needsFreq) break;
        }
        while (_first.Occurrences.MoveNext());

        return _freq > 0;
    }

    /// <summary>Whether an occurrence of the second stands near enough to that of the first and does not overlap it.</summary>
    /// <param name="seconds">Where occurrences of the second begin, ascending; none of them is too early.</param>
    /// <param name="start">Where the occurrence of the first begins.</param>
    private bool HasNear(ReadOnlySpan<int> seconds, int start)
    {
        var end = (long)start + _first.Length;
        foreach (var second in seconds)
        {
            if (second > end + _distance) return false;
            if (second >= end || (long)second + _second.Length <= start) return true;
        }

        return false;
    }

    private ReadOnlySpan<int> GatherStarts(PhraseOccurrences occurrences)
    {
        var count = 0;
        for (var isThere = occurrences.MoveToFirst(); isThere; isThere = occurrences.MoveNext())
        {
            if (count == _starts.Length) Array.Resize(ref _starts, 2 * count);
            _starts[count++] = occurrences.Start;
        }

        return _starts.AsSpan(0, count);
    }
}
