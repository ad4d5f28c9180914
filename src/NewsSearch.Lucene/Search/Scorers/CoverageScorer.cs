namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>
/// The documents that match at least some of many parts, scored by how many. In each window of documents every part in turn counts up its
/// documents: one addition a posting, where a heap would move all parts for every document.
/// </summary>
internal sealed class CoverageScorer : Scorer
{
    private const int WindowSize = 2048;

    private readonly Scorer[][] _parts;
    private readonly int _minimumMatch;
    private readonly float _boost;
    private readonly CancellationToken _cancellationToken;
    private readonly int[] _batch = new int[BatchSize];

    /// <summary>Of each document of the window: how many parts matched, and the number of the last one that did, from 1.</summary>
    private readonly ushort[] _counts = new ushort[WindowSize];
    private readonly ushort[] _lastParts = new ushort[WindowSize];

    private int _start;
    private int _docId = -1;

    /// <param name="parts">Each at least one scorer, none moved yet.</param>
    /// <param name="minimumMatch">How many parts a document has to match, from 1.</param>
    /// <param name="boost">What each counts.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public CoverageScorer(Scorer[][] parts, int minimumMatch, float boost, CancellationToken cancellationToken)
    {
        _parts = parts;
        _minimumMatch = minimumMatch;
        _boost = boost;
        _cancellationToken = cancellationToken;
        Cost = parts.Sum(part => part.Sum(scorer => scorer.Cost));
    }

    public override int DocId => _docId;

    public override long Cost { get; }

    public override float MaxScore => _boost * _parts.Length;

    public override float Score() => _boost * _counts[_docId - _start];

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        if (_docId < 0)
        {
            foreach (var part in _parts)
                foreach (var scorer in part) scorer.BeginBatches();
            if (!Fill(target)) return _docId = NoMoreDocs;
        }

        while (!MoveInWindow(target))
        {
            if (!Fill(target)) return _docId = NoMoreDocs;
        }

        return _docId;
    }

    /// <summary>Moves to the first match of the window at or after the target.</summary>
    private bool MoveInWindow(int target)
    {
        for (var at = Math.Max(target - _start, 0); at < WindowSize; at++)
        {
            if (_counts[at] < _minimumMatch) continue;
            _docId = _start + at;
            return true;
        }

        return false;
    }

    /// <summary>Counts the documents of the next window that has any at or after the target.</summary>
    /// <returns>False if there are no more.</returns>
    private bool Fill(int target)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _start = NoMoreDocs;
        foreach (var part in _parts)
            foreach (var scorer in part) _start = Math.Min(_start, PassOver(scorer, target));
        _counts.AsSpan().Clear();
        _lastParts.AsSpan().Clear();
        if (_start == NoMoreDocs) return false;
        for (var part = 0; part < _parts.Length; part++)
            foreach (var scorer in _parts[part]) Count(scorer, (ushort)(part + 1));
        return true;
    }

    // Who has begun to take batches goes on so.
    private int PassOver(Scorer scorer, int target)
    {
        while (scorer.DocId < target) scorer.TakeBatch(_batch, [], target);
        return scorer.DocId;
    }

    private void Count(Scorer scorer, ushort part)
    {
        var end = (int)Math.Min((long)_start + WindowSize, NoMoreDocs);
        while (scorer.DocId < end)
        {
            var count = scorer.TakeBatch(_batch, [], end);
            foreach (var docId in _batch.AsSpan(0, count))
            {
                var at = docId - _start;
                if (_lastParts[at] == part) continue;
                _lastParts[at] = part;
                _counts[at]++;
            }
        }
    }
}
