using System.Buffers;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>Writes a dictionary with <see cref="BinaryEncoding.Prefix"/>; see there.</summary>
internal sealed class DictionaryWriter(IndexOutput data)
{
    private readonly List<long> _addresses = [];

    /// <summary>Writes the terms and their addresses.</summary>
    /// <returns>Where the terms begin, and where their addresses begin.</returns>
    /// <exception cref="ArgumentException">The terms don't ascend.</exception>
    public (long Offset, long AddressesOffset) Write(IReadOnlyList<byte[]> terms)
    {
        var offset = data.Position;
        byte[] last = [];
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i];
            if (i > 0 && last.AsSpan().SequenceCompareTo(term) >= 0) throw new ArgumentException($"Value {i} of a dictionary is not above the one before.", nameof(terms));
            var isFirstOfGroup = i % DocValuesFormat.AddressInterval == 0;
            if (isFirstOfGroup) _addresses.Add(data.Position - offset);
            var shared = isFirstOfGroup ? 0 : last.AsSpan().CommonPrefixLength(term);
            data.WriteVInt(shared);
            data.WriteVInt(term.Length - shared);
            data.WriteBytes(term.AsSpan(shared));
            last = term;
        }

        var addressesOffset = data.Position;
        using var writer = new PackedBlockWriter(data, isMonotonic: true);
        foreach (var address in _addresses) writer.Add(address);
        writer.Finish();
        return (offset, addressesOffset);
    }
}
