using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Search;

/// <summary>
/// A cursor over the terms of a field in all segments of a snapshot, each term once, in the order of their bytes. It begins before the first
/// term. For one thread; dispose it, for it keeps the files open.
/// </summary>
public sealed class MultiTermsEnum : IDisposable
{
    private readonly ReaderUse _use;
    private readonly TermsEnum[] _segments;

    // Whether the segment's cursor stands at a term that was not passed yet.
    private readonly bool[] _hasTerm;

    // The segments whose cursors stand at the current term.
    private readonly int[] _current;
    private int _currentCount;
    private bool _isPlaced;
    private bool _isDisposed;

    internal MultiTermsEnum(DirectoryReader reader, string field)
    {
        _use = new ReaderUse(reader);
        var segments = new List<TermsEnum>(reader.SegmentCount);
        foreach (var segment in reader.Segments)
        {
            if (segment.Terms(field) is { } terms) segments.Add(terms.Iterator());
        }

        _segments = [.. segments];
        _hasTerm = new bool[_segments.Length];
        _current = new int[_segments.Length];
    }

    /// <summary>The current term's bytes; valid until the cursor moves. Empty where there is none.</summary>
    public ReadOnlySpan<byte> Term => _currentCount == 0 ? [] : _segments[_current[0]].Term;

    /// <summary>Number of documents that hold the current term, deleted ones included.</summary>
    public int DocFreq
    {
        get
        {
            var sum = 0;
            foreach (var segment in _current.AsSpan(0, _currentCount)) sum += _segments[segment].DocFreq;
            return sum;
        }
    }

    /// <summary>Moves to the next term, if there is one.</summary>
    public bool MoveNext()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_isPlaced)
        {
            foreach (var segment in _current.AsSpan(0, _currentCount)) _hasTerm[segment] = _segments[segment].MoveNext();
        }
        else
        {
            for (var segment = 0; segment < _segments.Length; segment++) _hasTerm[segment] = _segments[segment].MoveNext();
            _isPlaced = true;
        }

        return FindLeast();
    }

    /// <summary>Moves to the term or, failing that, to the next greater one.</summary>
    /// <returns>False if there is neither.</returns>
    public bool SeekCeil(ReadOnlySpan<byte> term)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        for (var segment = 0; segment < _segments.Length; segment++) _hasTerm[segment] = _segments[segment].SeekCeil(term) != SeekStatus.End;
        _isPlaced = true;
        return FindLeast();
    }

    /// <summary>Lets go of the files.</summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        _currentCount = 0;
        _use.Dispose();
    }

    private bool FindLeast()
    {
        _currentCount = 0;
        for (var segment = 0; segment < _segments.Length; segment++)
        {
            if (!_hasTerm[segment]) continue;
            var order = _currentCount == 0 ? 0 : _segments[segment].Term.SequenceCompareTo(_segments[_current[0]].Term);
            if (order > 0) continue;
            if (order < 0) _currentCount = 0;
            _current[_currentCount++] = segment;
        }

        return _currentCount > 0;
    }
}
