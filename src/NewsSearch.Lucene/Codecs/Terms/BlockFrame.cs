using System.Runtime.CompilerServices;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>A block of the .tim file and the place in it; used again for other blocks.</summary>
/// <remarks>Grammar: FORMAT.md.</remarks>
internal sealed class BlockFrame(BlockTerms terms)
{

    private readonly IndexInput _input = terms.Input.Clone();
    private bool _isLoaded;
    private bool _isLeaf;
    private int _entryCount;
    private int _entriesRead;
    private int _suffixLength;
    private int _suffixAt;
    private long _suffixOffset;
    private long _statisticsOffset;
    private int _statisticsLength;
    private int _statisticsAt;
    private long _metadataOffset;
    private int _metadataLength;
    private int _metadataAt;
    private int _termsRead;
    private int _termsDecoded;
    private TermState _state;
    private long _end;

    /// <summary>Where the block begins.</summary>
    public long Offset { get; private set; }

    public int PrefixLength { get; private set; }

    public bool IsLastOfFloor { get; private set; }

    public bool IsAtEnd => _entriesRead == _entryCount;

    /// <summary>Stands for a block without reading it yet.</summary>
    public void Place(long offset, int prefixLength)
    {
        Offset = offset;
        PrefixLength = prefixLength;
        _isLoaded = false;
    }

    /// <summary>Goes on to the floor block that follows.</summary>
    public void LoadNextOfFloor()
    {
        Place(_end, PrefixLength);
        Load();
    }

    /// <summary>Reads the block's head, unless that is done, and stands before its first entry.</summary>
    /// <returns>False if the block was read before.</returns>
    public bool Load()
    {
        if (_isLoaded) return false;
        _input.Seek(Offset);
        var code = _input.ReadVInt();
        _entryCount = code >>> 1;
        IsLastOfFloor = (code & 1) != 0;
        var suffixCode = _input.ReadVInt();
        _isLeaf = (suffixCode & 1) != 0;
        (_suffixOffset, _suffixLength) = Section(suffixCode >>> 1);
        if (_entryCount == 0 || _entryCount > _suffixLength) _input.Corrupt($"a block of {_entryCount} entries", $"1 to {_suffixLength}");
        (_statisticsOffset, _statisticsLength) = Section(_input.ReadVInt());
        (_metadataOffset, _metadataLength) = Section(_input.ReadVInt());
        _end = _input.Position;
        _isLoaded = true;
        _entriesRead = _suffixAt = _statisticsAt = _metadataAt = _termsRead = _termsDecoded = 0;
        _state = default;
        return true;
    }

    /// <summary>Reads the next entry; there must be one.</summary>
    public BlockEntry Read()
    {
        var suffixes = new SpanInput(_input, _suffixOffset, _suffixLength, _suffixAt);
        var entry = Read(ref suffixes);
        Pass(entry, suffixes.Position);
        return entry;
    }

    /// <summary>Goes to the first entry whose suffix is not less than this one, or to the end.</summary>
    /// <returns>Whether the entry is a term with just this suffix.</returns>
    public bool SeekCeil(ReadOnlySpan<byte> suffix)
    {
        var suffixes = new SpanInput(_input, _suffixOffset, _suffixLength, _suffixAt);
        while (!IsAtEnd)
        {
            var entry = Read(ref suffixes);
            var order = Compare(entry.Suffix, suffix);
            if (order >= 0) return order == 0 && entry.IsTerm;
            Pass(entry, suffixes.Position);
        }

        return false;
    }

    /// <summary>Goes behind the entry that stands for the block with this suffix.</summary>
    public void SeekBehindBlock(ReadOnlySpan<byte> suffix)
    {
        SeekCeil(suffix);
        if (IsAtEnd || Read() is var entry && (entry.IsTerm || !entry.Suffix.SequenceEqual(suffix)))
            CorruptIndexException.Throw(_input.Name, Offset, "a block of terms without its sub-block", "the sub-block that the index leads to");
    }

    /// <summary>The statistics and metadata of the term that was read last.</summary>
    public ref readonly TermState State
    {
        get
        {
            if (_termsDecoded < _termsRead) DecodeStates();
            return ref _state;
        }
    }

    /// <summary>Most suffixes differ in their first bytes, which takes no call to find out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        !left.IsEmpty && !right.IsEmpty && left[0] != right[0] ? left[0] - right[0] : left.SequenceCompareTo(right);

    private void DecodeStates()
    {
        var statistics = new SpanInput(_input, _statisticsOffset, _statisticsLength, _statisticsAt);
        var metadata = new SpanInput(_input, _metadataOffset, _metadataLength, _metadataAt);
        var state = _state;
        for (; _termsDecoded < _termsRead; _termsDecoded++)
            TermMetadata.Read(terms.Field, terms.OffsetCount, terms.MaxDoc, ref statistics, ref metadata, ref state);
        _state = state;
        _statisticsAt = statistics.Position;
        _metadataAt = metadata.Position;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private BlockEntry Read(scoped ref SpanInput suffixes)
    {
        var code = suffixes.ReadVInt();
        if (_isLeaf) return new BlockEntry(suffixes.ReadSpan(code), BlockEntry.NoBlock);
        var suffix = suffixes.ReadSpan(code >>> 1);
        if ((code & 1) == 0) return new BlockEntry(suffix, BlockEntry.NoBlock);
        var distance = suffixes.ReadVLong();
        // Both guarantee that going down ends: blocks under this one stand before it, and have longer prefixes.
        if (distance == 0 || distance > Offset) suffixes.Corrupt($"a sub-block {distance} bytes before", $"1 to {Offset}");
        if (suffix.IsEmpty) suffixes.Corrupt("a sub-block with the prefix of its block", "a longer one");
        return new BlockEntry(suffix, Offset - distance);
    }

    private void Pass(BlockEntry entry, int suffixAt)
    {
        _suffixAt = suffixAt;
        _entriesRead++;
        if (entry.IsTerm) _termsRead++;
    }

    /// <summary>The place of a section that begins here; goes past it.</summary>
    private (long Offset, int Length) Section(int length)
    {
        var offset = _input.Position;
        if (length < 0 || length > _input.Remaining) _input.Corrupt($"a section of {length} bytes", $"at most {_input.Remaining}");
        _input.Skip(length);
        return (offset, length);
    }
}
