using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>
/// Arranges the terms of one field in a tree of blocks: as soon as enough of them share a prefix that no later term
/// can have, they become a block, and the block takes their place.
/// </summary>
/// <remarks>
/// Which terms come together decides every byte of the file, so this follows Lucene to the letter. After: S. Heinz,
/// J. Zobel, H. Williams, Burst Tries, 2002. Grammar: FORMAT.md.
/// </remarks>
internal sealed class TermTreeWriter(IndexOutput output, FieldInfo field)
{
    private readonly TermBlockWriter _blocks = new(output);
    private readonly PendingEntries _pending = new();
    private readonly ByteBuilder _code = new();
    private readonly List<WrittenBlock> _floor = [];

    /// <summary>For every prefix length of the last term: entries under that prefix, and under no longer one of the term.</summary>
    private int[] _entryCounts = new int[64];
    private byte[] _last = [];
    private int _lastLength;

    public long TermCount { get; private set; }

    /// <summary>Adds a term.</summary>
    /// <exception cref="ArgumentException">It does not come after the one before, or it is too long.</exception>
    public void Add(ReadOnlySpan<byte> term, in TermState state)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(term.Length, TermsFormat.MaxTermLength);
        var last = _last.AsSpan(0, _lastLength);
        if (TermCount > 0 && term.SequenceCompareTo(last) <= 0)
            throw new ArgumentException($"Term {Convert.ToHexString(term)} of {field.Name} does not come after {Convert.ToHexString(last)}.", nameof(term));
        CloseBelow(term.CommonPrefixLength(last));
        if (_last.Length < term.Length)
        {
            Array.Resize(ref _last, Math.Max(term.Length, _last.Length * 2));
            Array.Resize(ref _entryCounts, _last.Length + 1);
        }

        term.CopyTo(_last);
        _lastLength = term.Length;
        _entryCounts[term.Length]++;
        _pending.PushTerm(term, state);
        TermCount++;
    }

    /// <summary>Writes all that is pending, the root block last.</summary>
    /// <returns>The entries of all blocks; the root's, whose prefix is empty, comes first.</returns>
    public IndexEntry Finish()
    {
        CloseBelow(0);
        WriteBlocks(0, _entryCounts[0]);
        return _pending[0].Block!.Index.First!;
    }

    /// <summary>Deals with the prefixes of the last term that are longer: no more terms can come under them.</summary>
    private void CloseBelow(int sharedLength)
    {
        for (var length = _lastLength; length > sharedLength; length--)
        {
            var count = _entryCounts[length];
            _entryCounts[length] = 0;
            if (count >= TermsFormat.MinBlockEntries)
            {
                WriteBlocks(length, count);
                count = 1;
            }

            _entryCounts[length - 1] += count;
        }
    }

    /// <summary>Puts the last entries, all that have this prefix, into a block, or into several if they are too many.</summary>
    private void WriteBlocks(int prefixLength, int count)
    {
        var start = _pending.Count - count;
        var prefix = _pending.Bytes(start)[..prefixLength].ToArray();
        _floor.Clear();
        _code.Clear();
        var isFloor = prefixLength > 0 && count > TermsFormat.MaxBlockEntries;
        var first = isFloor ? WriteFloorBlocks(start, prefixLength) : _blocks.Write(field, _pending, start, _pending.Count, prefixLength, true);
        _pending.Truncate(start);
        var index = default(IndexEntryList);
        index.Add(new IndexEntry(prefix, BlockCode(first, isFloor)));
        index.Append(first.Index);
        foreach (var block in _floor) index.Append(block.Index);
        _pending.PushBlock(prefix, first with { Index = index });
    }

    /// <summary>
    /// Writes a first block and floor blocks. Entries with the same byte after the prefix stay together, but the very
    /// first entry counts for itself. A block ends once it has the minimum; what then fits into one block is one.
    /// </summary>
    /// <returns>The first block; the others are in <see cref="_floor"/>.</returns>
    private WrittenBlock WriteFloorBlocks(int start, int prefixLength)
    {
        WrittenBlock? first = null;
        var end = _pending.Count;
        var blockStart = start;
        for (var i = start + 1; i < end; i++)
        {
            if (i > start + 1 && _pending.Bytes(i)[prefixLength] == _pending.Bytes(i - 1)[prefixLength]) continue;
            if (i - blockStart < TermsFormat.MinBlockEntries) continue;
            AddFloorBlock(ref first, blockStart, i, prefixLength);
            blockStart = i;
            if (end - blockStart <= TermsFormat.MaxBlockEntries) break;
        }

        AddFloorBlock(ref first, blockStart, end, prefixLength);
        return first!;
    }

    private void AddFloorBlock(ref WrittenBlock? first, int start, int end, int prefixLength)
    {
        var isLast = end == _pending.Count;
        var block = _blocks.Write(field, _pending, start, end, prefixLength, isLast);
        if (first is null)
        {
            first = block;
            return;
        }

        _code.WriteByte(_pending.Bytes(start)[prefixLength]);
        _code.WriteVLong(block.Offset - first.Offset << 1 | (block.HasTerms ? 1L : 0));
        _floor.Add(block);
    }

    /// <summary>What the index says of a block: its offset, what it holds and where its floor blocks begin.</summary>
    private byte[] BlockCode(WrittenBlock first, bool isFloor)
    {
        var code = new ByteBuilder();
        code.WriteVLong(first.Offset << TermsFormat.FlagBits | (first.HasTerms ? TermsFormat.TermsFlag : 0L) | (isFloor ? TermsFormat.FloorFlag : 0L));
        if (isFloor) code.WriteVInt(_floor.Count);
        code.WriteBytes(_code.Written);
        return code.Written.ToArray();
    }
}
