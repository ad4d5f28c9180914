using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents that hold any of several terms, with the positions of all of them, each once, ascending.</summary>
internal sealed class UnionPostingsEnum : PostingsEnum
{
    private readonly PostingsEnum[] _parts;
    private readonly IteratorHeap<PostingsEnum> _heap;
    private int _docId = -1;
    private int[] _positions = new int[16];
    private int _count;
    private int _next;

    /// <param name="parts">At least one, with positions, none moved yet.</param>
    public UnionPostingsEnum(PostingsEnum[] parts)
    {
        _parts = parts;
        _heap = new IteratorHeap<PostingsEnum>(parts);
        Cost = parts.Sum(part => part.Cost);
    }

    public override int DocId => _docId;

    public override long Cost { get; }

    /// <summary>The number of positions that hold any of the terms.</summary>
    public override int Freq
    {
        get
        {
            if (_count == 0) GatherPositions();
            return _count;
        }
    }

    public override int StartOffset => -1;

    public override int EndOffset => -1;

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        _count = _next = 0;
        if (_docId < 0)
        {
            foreach (var part in _parts) part.Advance(target);
            _heap.Restore();
        }

        while (_heap.Top.DocId < target)
        {
            _heap.Top.Advance(target);
            _heap.UpdateTop();
        }

        return _docId = _heap.Top.DocId;
    }

    public override int NextPosition()
    {
        if (_count == 0) GatherPositions();
        return _positions[_next++];
    }

    private void GatherPositions()
    {
        var count = 0;
        for (var i = _heap.FindAtTop() - 1; i >= 0; i--)
        {
            var part = _heap.AtTop(i);
            for (var left = part.Freq; left > 0; left--)
            {
                if (count == _positions.Length) Array.Resize(ref _positions, 2 * count);
                _positions[count++] = part.NextPosition();
            }
        }

        var all = _positions.AsSpan(0, count);
        all.Sort();

        // Terms may stand at one place, and a place is no more than one occurrence.
        foreach (var position in all)
            if (_count == 0 || _positions[_count - 1] != position) _positions[_count++] = position;
    }
}
