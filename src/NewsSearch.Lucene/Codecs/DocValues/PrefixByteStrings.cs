using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>
/// A dictionary whose byte strings are stored without the prefix they share with the one before. One in sixteen (the
/// first of a group) stands in full; a look-up decodes from there, and the string after the last one returned comes at once.
/// </summary>
internal sealed class PrefixByteStrings(IndexInput data, BinaryEntry entry, LongValues groups) : ByteStrings
{
    private const int NoTerm = -1;

    private readonly IndexInput _input = data.Clone();
    private byte[] _term = [];
    private int _length;
    private long _current = NoTerm;

    public override long Count => entry.Count;

    public override ReadOnlySpan<byte> Get(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, entry.Count);
        var group = index / entry.AddressInterval;
        if (_current > index || _current < group * entry.AddressInterval) SeekGroup(group);
        while (_current < index) ReadNext();
        return _term.AsSpan(0, _length);
    }

    public override long Find(ReadOnlySpan<byte> term)
    {
        var group = FindGroup(term);
        if (group < 0) return -1;
        var first = group * entry.AddressInterval;
        var end = Math.Min(entry.Count, first + entry.AddressInterval);
        for (var index = first; index < end; index++)
        {
            var order = Get(index).SequenceCompareTo(term);
            if (order == 0) return index;
            if (order > 0) return -index - 1;
        }

        return -end - 1;
    }

    /// <summary>The last group whose first byte string is not above the term; -1 if there is none.</summary>
    private long FindGroup(ReadOnlySpan<byte> term)
    {
        var low = 0L;
        var high = entry.AddressCount - 1;
        while (low <= high)
        {
            var middle = low + (high - low) / 2;
            if (Get(middle * entry.AddressInterval).SequenceCompareTo(term) <= 0) low = middle + 1;
            else high = middle - 1;
        }

        return high;
    }

    private void SeekGroup(long group)
    {
        // A failure half-way must not leave a state that the next call trusts.
        _current = NoTerm;
        var address = groups.Get(group);
        if (address < 0 || address >= entry.AddressesOffset - entry.Offset)
            CorruptIndexException.Throw(data.Name, entry.AddressesOffset, $"address {address} of term {group * entry.AddressInterval}", $"an address within {entry.AddressesOffset - entry.Offset} bytes");
        _input.Seek(entry.Offset + address);
        _length = 0;
        ReadTerm();
        _current = group * entry.AddressInterval;
    }

    private void ReadNext()
    {
        var next = _current + 1;
        _current = NoTerm;
        ReadTerm();
        _current = next;
    }

    private void ReadTerm()
    {
        var shared = _input.ReadCount("bytes shared with the term before", _length);
        var added = _input.ReadCount("further bytes of a term", Math.Min(_input.Remaining, entry.MaxLength - shared));
        if (_term.Length < shared + added) Array.Resize(ref _term, Math.Max(shared + added, 2 * _term.Length));
        _input.ReadBytes(_term.AsSpan(shared, added));
        _length = shared + added;
    }
}
