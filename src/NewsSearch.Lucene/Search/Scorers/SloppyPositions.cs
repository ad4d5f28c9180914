namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>
/// The places of a phrase with slop in the current document, moved forward together: always the one with the earliest beginning, so that what they
/// span stays as small as it can. Places that share terms never stand on the same occurrence.
/// </summary>
internal sealed class SloppyPositions
{
    private readonly SloppyPosition[] _all;
    private readonly SloppyPosition[][] _groups;
    private readonly bool _hasAlternatives;
    private readonly SloppyQueue _queue;
    private readonly SloppyPosition[] _aside;
    private readonly HashSet<int> _collided = [];

    /// <param name="positions">At least two, in the order of the phrase.</param>
    /// <param name="repeats">Which of them share terms.</param>
    public SloppyPositions(SloppyPosition[] positions, PhraseRepeats repeats)
    {
        _all = positions;
        _queue = new SloppyQueue(positions.Length);
        _aside = new SloppyPosition[positions.Length];
        _hasAlternatives = repeats.HasAlternatives;
        _groups = Array.ConvertAll(repeats.Groups, group => Array.ConvertAll(group, place => positions[place]));
        for (var group = 0; group < _groups.Length; group++)
        {
            for (var i = 0; i < _groups[group].Length; i++)
            {
                _groups[group][i].Group = group;
                _groups[group][i].IndexInGroup = i;
            }
        }
    }

    public IReadOnlyList<SloppyPosition> All => _all;

    /// <summary>The latest beginning that any place has proposed so far in the document.</summary>
    public long End { get; private set; }

    /// <summary>The earliest beginning that the places in the queue propose.</summary>
    public long EarliestStart => _queue.Top.Start;

    /// <summary>Goes to the first occurrences in the document; false if there are too few for terms that are repeated.</summary>
    public bool MoveToFirst()
    {
        End = long.MinValue;
        foreach (var position in _all) position.MoveToFirst();
        foreach (var group in _groups)
            if (!(_hasAlternatives ? SpreadStepByStep(group) : Spread(group))) return false;

        _queue.Clear();
        foreach (var position in _all)
        {
            End = Math.Max(End, position.Start);
            _queue.Add(position);
        }

        return true;
    }

    /// <summary>Takes the place with the earliest beginning out of the queue.</summary>
    public SloppyPosition Take() => _queue.Pop();

    /// <summary>Puts a place back into the queue.</summary>
    public void PutBack(SloppyPosition position) => _queue.Add(position);

    /// <summary>Moves a place that was taken to its next occurrence, and others on where they stand on the same; false if one has none.</summary>
    public bool Advance(SloppyPosition position) => MoveNext(position) && (position.Group < 0 || ResolveCollisions(position));

    private bool MoveNext(SloppyPosition position)
    {
        if (!position.MoveNext()) return false;
        End = Math.Max(End, position.Start);
        return true;
    }

    // All places of the group have the same occurrences: the first takes the first, the second the second, and so on.
    private static bool Spread(SloppyPosition[] group)
    {
        for (var i = 1; i < group.Length; i++)
            for (var step = 0; step < i; step++)
                if (!group[i].MoveNext()) return false;
        return true;
    }

    private bool SpreadStepByStep(SloppyPosition[] group)
    {
        for (var i = 0; i < group.Length;)
        {
            var moved = group[i];
            while (moved.IndexInGroup >= i && FindCollision(group[i]) is { } other)
            {
                moved = Earlier(group[i], other);
                if (!MoveNext(moved)) return false;
            }

            // One that was placed before has moved, so those from this one on are looked at again.
            if (moved.IndexInGroup >= i) i++;
        }

        return true;
    }

    private bool ResolveCollisions(SloppyPosition taken)
    {
        _collided.Clear();
        var position = taken;
        while (FindCollision(position) is { } other)
        {
            position = Earlier(position, other);
            if (!MoveNext(position)) return false;
            if (other != taken) _collided.Add(other.IndexInGroup);
        }

        Requeue();
        return true;
    }

    // Places that moved inside the queue stand wrong in it. They are told by their number in their group alone, of whatever group: so does
    // Lucene, and with two groups it decides which occurrences are seen.
    private void Requeue()
    {
        var count = 0;
        while (_collided.Count > 0)
        {
            var position = _queue.Pop();
            _aside[count++] = position;
            if (position.Group >= 0) _collided.Remove(position.IndexInGroup);
        }

        while (count > 0) _queue.Add(_aside[--count]);
    }

    private SloppyPosition? FindCollision(SloppyPosition position)
    {
        foreach (var other in _groups[position.Group])
            if (other != position && other.Position == position.Position) return other;
        return null;
    }

    private static SloppyPosition Earlier(SloppyPosition position, SloppyPosition other)
    {
        if (position.Start != other.Start) return position.Start < other.Start ? position : other;
        return position.Offset < other.Offset ? position : other;
    }
}
