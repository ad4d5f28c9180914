using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Search;

/// <summary>Looks up many terms of a field, segment by segment and only those that are asked for. Dispose it, for its memory is borrowed.</summary>
internal sealed class TermBatchLookup : IDisposable
{
    // So many terms are located before the first is sought: more than the processor fetches at once gain nothing.
    private const int LocatedAhead = 16;

    private readonly FieldTerms _fields;
    private readonly string _field;
    private readonly TextTerm[] _terms;
    private readonly int[] _docFreqs;

    // The bytes of all terms, each up to the end given here.
    private readonly byte[] _keys;
    private readonly int[] _keyEnds;

    // Of each term in turn, a state for each segment.
    private readonly TermState[] _states;

    /// <param name="segments">The field in the segments of a snapshot.</param>
    /// <param name="field">Its name.</param>
    /// <param name="terms">The terms, in any order; kept, and put roughly in the order of the dictionary.</param>
    public TermBatchLookup(FieldSegments segments, string field, TextTerm[] terms)
    {
        _fields = new FieldTerms(segments);
        _field = field;
        _terms = terms;
        _docFreqs = new int[terms.Length];
        _keyEnds = new int[terms.Length];
        SortTerms();
        var length = 0;
        foreach (var term in terms) length += Encoding.UTF8.GetByteCount(term.Text);
        _keys = ArrayPool<byte>.Shared.Rent(length);
        var end = 0;
        for (var i = 0; i < terms.Length; i++) _keyEnds[i] = end += Encoding.UTF8.GetBytes(terms[i].Text, _keys.AsSpan(end));
        _states = ArrayPool<TermState>.Shared.Rent(terms.Length * segments.Count);
    }

    /// <summary>The terms. Whoever looks them up in this order finds each near the one before.</summary>
    public ReadOnlySpan<TextTerm> Terms => _terms;

    /// <summary>Documents that hold a term in the segments where it was looked up, deleted ones included.</summary>
    /// <param name="index">Its place among <see cref="Terms"/>.</param>
    public int DocFreq(int index) => _docFreqs[index];

    /// <summary>What was found of a term; it must have been looked up in all segments.</summary>
    /// <param name="index">Its place among <see cref="Terms"/>.</param>
    public TermLookup Lookup(int index) => new(
        _fields.Segments, new Term(_field, _terms[index].Text), _states.AsSpan(index * _fields.Segments.Count, _fields.Segments.Count).ToArray());

    /// <summary>Looks terms up in a segment, each only once.</summary>
    /// <param name="indexes">Their places among <see cref="Terms"/>.</param>
    public void Find(int segment, ReadOnlySpan<int> indexes)
    {
        var cursor = _fields.Cursor(segment);
        Span<TermPlace> places = stackalloc TermPlace[LocatedAhead];
        while (!indexes.IsEmpty)
        {
            var batch = indexes[..Math.Min(LocatedAhead, indexes.Length)];
            indexes = indexes[batch.Length..];
            if (cursor is not null)
                for (var i = 0; i < batch.Length; i++) places[i] = cursor.Locate(Key(batch[i]));
            for (var i = 0; i < batch.Length; i++)
            {
                var index = batch[i];
                ref var state = ref _states[index * _fields.Segments.Count + segment];
                state = cursor is not null && cursor.SeekExact(Key(index), places[i]) ? cursor.State : default;
                _docFreqs[index] += state.DocFreq;
            }
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_keys);
        ArrayPool<TermState>.Shared.Return(_states);
    }

    private ReadOnlySpan<byte> Key(int index)
    {
        var start = index == 0 ? 0 : _keyEnds[index - 1];
        return _keys.AsSpan(start, _keyEnds[index] - start);
    }

    private void SortTerms()
    {
        var starts = ArrayPool<ulong>.Shared.Rent(_terms.Length);
        for (var i = 0; i < _terms.Length; i++) starts[i] = StartOf(_terms[i].Text);
        Array.Sort(starts, _terms, 0, _terms.Length);
        ArrayPool<ulong>.Shared.Return(starts);
    }

    /// <summary>The first eight bytes of a term.</summary>
    private static ulong StartOf(string term)
    {
        Span<byte> start = stackalloc byte[3 * sizeof(ulong)];
        start.Clear();
        Encoding.UTF8.GetBytes(term.AsSpan(0, Math.Min(term.Length, sizeof(ulong))), start);
        return BinaryPrimitives.ReadUInt64BigEndian(start);
    }
}
