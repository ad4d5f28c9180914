using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Search;

/// <summary>Looks up many terms of a field at once. Dispose it, for its memory is borrowed.</summary>
internal sealed class TermBatchLookup : IDisposable
{
    private readonly FieldTerms _terms;
    private readonly string _field;
    private readonly string[] _texts;
    private readonly int[] _docFreqs;

    // Of each term in turn, a state for each segment.
    private readonly TermState[] _states;

    public TermBatchLookup(DirectoryReader reader, string field, string[] texts)
    {
        _terms = new FieldTerms(new FieldSegments(reader, field));
        _field = field;
        _texts = texts;
        _docFreqs = new int[texts.Length];
        _states = ArrayPool<TermState>.Shared.Rent(texts.Length * reader.SegmentCount);
        FindAll();
    }

    /// <summary>Documents that hold a term, deleted ones included.</summary>
    /// <param name="index">Its place among the texts.</param>
    public int DocFreq(int index) => _docFreqs[index];

    /// <summary>What was found of a term.</summary>
    /// <param name="index">Its place among the texts.</param>
    public TermLookup Lookup(int index) =>
        new(_terms.Segments, new Term(_field, _texts[index]), _states.AsSpan(index * _terms.Segments.Count, _terms.Segments.Count).ToArray());

    public void Dispose() => ArrayPool<TermState>.Shared.Return(_states);

    /// <summary>Roughly in the order of the dictionary, so that each look finds what it needs near the one before.</summary>
    private void FindAll()
    {
        byte[][] keys = Array.ConvertAll(_texts, Encoding.UTF8.GetBytes);
        ulong[] starts = Array.ConvertAll(keys, StartOf);
        int[] places = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(starts, places);
        for (var segment = 0; segment < _terms.Segments.Count; segment++)
        {
            var cursor = _terms.Cursor(segment);
            foreach (var place in places)
            {
                ref var state = ref _states[place * _terms.Segments.Count + segment];
                state = cursor is not null && cursor.SeekExact(keys[place]) ? cursor.State : default;
                _docFreqs[place] += state.DocFreq;
            }
        }
    }

    private static ulong StartOf(byte[] key)
    {
        Span<byte> start = stackalloc byte[sizeof(ulong)];
        start.Clear();
        key.AsSpan(0, Math.Min(key.Length, start.Length)).CopyTo(start);
        return BinaryPrimitives.ReadUInt64BigEndian(start);
    }
}
