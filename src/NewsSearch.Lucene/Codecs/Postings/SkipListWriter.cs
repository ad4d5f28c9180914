using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>
/// Gathers the skip data of one list: an entry on level 0 for every full block that more documents follow, and on each
/// level above for every eighth of the level below.
/// </summary>
/// <remarks>Grammar: FORMAT.md. Source: Lucene 4.8, MultiLevelSkipListWriter (API documentation).</remarks>
internal sealed class SkipListWriter
{
    private readonly ByteBuilder[] _levels;
    private readonly SkipPoint[] _last;
    private SkipPoint _start;
    private bool _isStarted;

    /// <param name="docCount">Documents in the segment, which limits the number of levels.</param>
    public SkipListWriter(int docCount)
    {
        _last = new SkipPoint[PostingsFormat.SkipLevels(docCount)];
        _levels = new ByteBuilder[_last.Length];
        for (var level = 0; level < _levels.Length; level++) _levels[level] = new ByteBuilder();
    }

    /// <summary>Begins a list at these offsets.</summary>
    public void Start(in SkipPoint start)
    {
        // Most terms have no entry; the levels are cleared for the first one.
        _start = start;
        _isStarted = false;
    }

    /// <summary>Adds an entry.</summary>
    /// <param name="blockCount">Full blocks before it.</param>
    public void Add(FieldInfo field, int blockCount, in SkipPoint point)
    {
        if (!_isStarted) Clear();
        var child = 0L;
        for (var level = 0; level < _levels.Length; level++)
        {
            WriteEntry(field, level, point);
            var end = _levels[level].Length;
            if (level > 0) _levels[level].WriteVLong(child);
            child = end;
            if (blockCount % PostingsFormat.SkipMultiplier != 0) return;
            blockCount /= PostingsFormat.SkipMultiplier;
        }
    }

    /// <summary>Writes the levels of a list that has an entry, the highest first; all but the lowest after their length.</summary>
    public void Write(IndexOutput output)
    {
        for (var level = _levels.Length - 1; level >= 0; level--)
        {
            if (level > 0 && _levels[level].Length == 0) continue;
            if (level > 0) output.WriteVLong(_levels[level].Length);
            output.WriteBytes(_levels[level].Written);
        }
    }

    private void Clear()
    {
        foreach (var level in _levels) level.Clear();
        Array.Fill(_last, _start);
        _isStarted = true;
    }

    private void WriteEntry(FieldInfo field, int level, in SkipPoint point)
    {
        var output = _levels[level];
        ref var last = ref _last[level];
        output.WriteVInt(point.DocId - last.DocId);
        output.WriteVInt((int)(point.DocOffset - last.DocOffset));
        if (field.HasPositions)
        {
            output.WriteVInt((int)(point.PosOffset - last.PosOffset));
            output.WriteVInt(point.PosInBlock);
            if (field.HasPayloads) output.WriteVInt(point.PayloadBytesInBlock);
            if (field.HasOffsets || field.HasPayloads) output.WriteVInt((int)(point.PayOffset - last.PayOffset));
        }

        last = point;
    }
}
