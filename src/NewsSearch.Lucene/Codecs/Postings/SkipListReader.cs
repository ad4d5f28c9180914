using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>Finds the last skip point before a document, going up the levels and down again.</summary>
/// <remarks>Grammar: FORMAT.md. Method: W. Pugh, A Skip List Cookbook, 1990.</remarks>
internal sealed class SkipListReader
{
    private readonly IndexInput _input;
    private readonly SkipLevel[] _levels = new SkipLevel[PostingsFormat.MaxSkipLevels];
    private FieldInfo _field = null!;
    private int _levelCount;
    private int _docCount;
    private long _lastChildOffset;
    private SkipPoint _last;

    public SkipListReader(IndexInput input)
    {
        _input = input.Clone();
    }

    /// <summary>The skip point that the last search ended at.</summary>
    public ref readonly SkipPoint Last => ref _last;

    /// <summary>The document of the next skip point: up to it, there is nothing to gain by skipping.</summary>
    public int NextDocId => _levels[0].Next.DocId;

    /// <summary>Begins at the first document of a list that has skip data.</summary>
    public void Start(FieldInfo field, in TermState term)
    {
        _field = field;
        // After the last block there is no skip point, nor before a tail that does not exist.
        _docCount = term.DocFreq % PostingsFormat.BlockSize == 0 ? term.DocFreq - 1 : term.DocFreq;
        _levelCount = PostingsFormat.SkipLevels(_docCount);
        _lastChildOffset = 0;
        _last = new SkipPoint { DocOffset = term.DocStart, PosOffset = term.PosStart, PayOffset = term.PayStart };
        _input.Seek(term.DocStart + term.SkipOffset);
        for (var level = _levelCount - 1; level >= 0; level--)
        {
            var length = level > 0 ? _input.ReadVLong() : 0;
            (_levels[level] ??= new SkipLevel()).Start(_input.Position, _last);
            _input.Skip(length);
        }
    }

    /// <summary>Moves to the last skip point whose document is before the target.</summary>
    /// <returns>How many documents of the list lie before the skip point.</returns>
    public int SkipTo(int target)
    {
        var level = 0;
        while (level < _levelCount - 1 && target > _levels[level + 1].Next.DocId) level++;
        while (level >= 0)
        {
            if (target > _levels[level].Next.DocId)
            {
                LoadNext(level);
                continue;
            }

            level--;
            if (level >= 0 && _lastChildOffset > _levels[level].Offset) GoDownTo(level);
        }

        return Math.Max(0, _levels[0].DocCount - PostingsFormat.BlockSize);
    }

    /// <summary>Steps over the entry that a level has read, and reads the next.</summary>
    private void LoadNext(int level)
    {
        var at = _levels[level];
        _last = at.Next;
        _lastChildOffset = at.ChildOffset;
        at.DocCount += Interval(level);
        if (at.DocCount > _docCount || at.DocCount < 0)
        {
            at.Next.DocId = DocIdSetIterator.NoMoreDocs;
            _levelCount = Math.Min(_levelCount, level);
            return;
        }

        _input.Seek(at.Offset);
        ReadEntry(ref at.Next);
        if (level > 0) at.ChildOffset = _input.ReadVLong() + _levels[level - 1].StartOffset;
        at.Offset = _input.Position;
    }

    /// <summary>Lets a level go on from where the level above has skipped to.</summary>
    private void GoDownTo(int level)
    {
        var at = _levels[level];
        _input.Seek(_lastChildOffset);
        at.DocCount = _levels[level + 1].DocCount - Interval(level + 1);
        at.Next = _last;
        if (level > 0) at.ChildOffset = _input.ReadVLong() + _levels[level - 1].StartOffset;
        at.Offset = _input.Position;
    }

    private void ReadEntry(ref SkipPoint point)
    {
        point.DocId += _input.ReadCount("documents to the next skip point", int.MaxValue - point.DocId);
        point.DocOffset += _input.ReadCount("bytes to the next skip point", int.MaxValue);
        if (!_field.HasPositions) return;
        point.PosOffset += _input.ReadCount("bytes to the next skip point", int.MaxValue);
        point.PosInBlock = _input.ReadCount("positions before a skip point", PostingsFormat.BlockSize);
        if (_field.HasPayloads) point.PayloadBytesInBlock = _input.ReadCount("bytes before a skip point", int.MaxValue);
        if (_field.HasOffsets || _field.HasPayloads) point.PayOffset += _input.ReadCount("bytes to the next skip point", int.MaxValue);
    }

    private static int Interval(int level) => PostingsFormat.BlockSize << 3 * level;
}
