using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>A field's transducer in the .tip file, which leads from a prefix to the code of its block. Thread-safe.</summary>
internal sealed class TermsIndex
{
    private readonly IndexInput _input;
    private readonly long _offset;
    private readonly int _length;

    /// <summary>Reads the head of a transducer; the automaton stays where it is.</summary>
    public TermsIndex(IndexInput input)
    {
        CodecFile.CheckHeader(input, TermsFormat.FstCodec, TermsFormat.FstVersion, TermsFormat.FstVersion);
        Expect(input, 0, "a packed transducer");
        // The output of the empty key is also in the directory of .tim, from which it is taken.
        if (input.ReadByte() == 1) input.Skip(input.ReadCount("bytes of output", TermsFormat.MaxBlockCodeLength + 2));
        Expect(input, 0, "labels of more than a byte");
        var start = input.ReadVLong();
        for (var i = 0; i < 3; i++) input.ReadVLong() /* nodes, arcs and arcs with output: statistics */;
        var length = input.ReadVLong();
        if (length > Math.Min(int.MaxValue, input.Remaining)) input.Corrupt($"a transducer of {length} bytes", $"at most {input.Remaining}");
        if (start >= length) input.Corrupt($"a root at {start}", $"a place below {length}");
        _input = input.Clone();
        _offset = input.Position;
        _length = (int)length;
        StartNode = (int)start;
    }

    /// <summary>Address of the root.</summary>
    public int StartNode { get; }

    /// <summary>The automaton.</summary>
    public FstReader Open() => new(_input.Span(_offset, _length));

    /// <summary>Fails because the automaton's bytes don't make sense.</summary>
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public void Corrupt(string found) => CorruptIndexException.Throw(_input.Name, _offset, found, $"a transducer of {_length} bytes with the codes of blocks");

    private static void Expect(IndexInput input, byte value, string otherwise)
    {
        if (input.ReadByte() != value) input.Corrupt(otherwise, "a plain transducer over bytes");
    }
}
