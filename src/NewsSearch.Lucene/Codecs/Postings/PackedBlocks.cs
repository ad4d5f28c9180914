using System.Runtime.Intrinsics;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>
/// Reads and writes blocks of 128 numbers with just the bits that the largest needs: frame of reference. A block whose
/// numbers are all the same takes one number.
/// </summary>
/// <remarks>
/// Block: Byte bits per number, then that many bits for each; or Byte 0, VInt. The head of the .doc file tells the
/// layout for every number of bits. Source: Lucene 4.8, Lucene41PostingsFormat (API documentation).
/// </remarks>
internal sealed class PackedBlocks
{
    /// <summary>Version of the packed integers: bytes are not filled up to 64-bit words.</summary>
    private const int PackedIntsVersion = 1;

    private const int AllEqual = 0;
    private const int MaxBits = 32;

    private readonly BlockLayout[] _layouts = new BlockLayout[MaxBits + 1];
    private readonly int[] _byteCounts = new int[MaxBits + 1];

    /// <summary>The layouts that a new segment uses.</summary>
    public PackedBlocks()
    {
        for (var bits = 1; bits <= MaxBits; bits++) Set(bits, BlockLayout.OfBits(bits));
    }

    /// <summary>The layouts that a .doc file gives after its header.</summary>
    public PackedBlocks(IndexInput input)
    {
        var version = input.ReadVInt();
        if (version is < 0 or > PackedIntsVersion) input.Corrupt($"packed integers of version {version}", $"0 to {PackedIntsVersion}");
        for (var bits = 1; bits <= MaxBits; bits++)
        {
            var code = input.ReadVInt();
            if (!BlockLayout.TryParse(code, bits, out var layout)) input.Corrupt($"layout {code} for numbers of {bits} bits", "a layout of at least as many bits");
            Set(bits, layout);
        }
    }

    /// <summary>Writes the layouts, as the head of a .doc file has them.</summary>
    public void WriteLayouts(IndexOutput output)
    {
        output.WriteVInt(PackedIntsVersion);
        for (var bits = 1; bits <= MaxBits; bits++) output.WriteVInt(_layouts[bits].Code);
    }

    /// <summary>Writes a block of 128 numbers, none negative.</summary>
    public void Write(ReadOnlySpan<int> block, IndexOutput output)
    {
        if (block.IndexOfAnyExcept(block[0]) < 0)
        {
            output.WriteByte(AllEqual);
            output.WriteVInt(block[0]);
            return;
        }

        var bits = PackedBits.BitsRequired(Union(block));
        output.WriteByte((byte)bits);
        Span<byte> run = stackalloc byte[_byteCounts[bits]];
        if (_layouts[bits].IsSingleBlock) PackedSingleBlock.Encode(block, _layouts[bits].BitsPerValue, run);
        else PackedBitsEncoder.Encode(block, _layouts[bits].BitsPerValue, run);
        output.WriteBytes(run);
    }

    /// <summary>Reads a block of 128 numbers; as many bits as they have, they may come out negative.</summary>
    public void Read(IndexInput input, Span<int> block)
    {
        var bits = ReadBits(input);
        if (bits == AllEqual)
        {
            block.Fill(input.ReadVInt());
            return;
        }

        var layout = _layouts[bits];
        var byteCount = _byteCounts[bits];
        var position = input.Position;
        input.Skip(byteCount);
        var run = input.Span(position, (int)Math.Min(byteCount + BlockUnpacking.Slack, input.Length - position));
        if (layout.IsSingleBlock) PackedSingleBlock.Decode(run, layout.BitsPerValue, block);
        else BlockUnpacking.Decode(run, layout.BitsPerValue, block);
    }

    /// <summary>Goes past a block.</summary>
    public void Skip(IndexInput input)
    {
        var bits = ReadBits(input);
        if (bits == AllEqual) input.ReadVInt();
        else input.Skip(_byteCounts[bits]);
    }

    private static int ReadBits(IndexInput input)
    {
        var bits = input.ReadByte();
        if (bits > MaxBits) input.Corrupt($"a block of {bits} bits per number", $"at most {MaxBits}");
        return bits;
    }

    /// <summary>The bits that any of the numbers has.</summary>
    private static uint Union(ReadOnlySpan<int> block)
    {
        var union = Vector256<int>.Zero;
        for (; block.Length >= Vector256<int>.Count; block = block[Vector256<int>.Count..]) union |= Vector256.Create(block);
        var bits = 0;
        for (var i = 0; i < Vector256<int>.Count; i++) bits |= union[i];
        foreach (var value in block) bits |= value;
        return (uint)bits;
    }

    private void Set(int bits, BlockLayout layout)
    {
        _layouts[bits] = layout;
        _byteCounts[bits] = layout.ByteCount;
    }
}
