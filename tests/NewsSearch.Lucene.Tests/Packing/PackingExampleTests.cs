using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Tests.Codecs;

namespace NewsSearch.Lucene.Tests.Packing;

/// <summary>The examples of FORMAT.md are what the encoders write. The decoders are held to the same bytes elsewhere here.</summary>
public sealed class PackingExampleTests
{
    [Fact]
    public void The_encoders_write_the_bytes_of_the_examples()
    {
        var buffer = new byte[100];
        Assert.Equal(
            [
                buffer[..BlockPacked.Encode([1, 2, 3], buffer)],
                buffer[..BlockPacked.Encode([100, 101], buffer)],
                buffer[..MonotonicBlockPacked.Encode([0, 1, 9, 9], buffer)],
                SomeFst().Bytes.ToArray(),
            ],
            FormatExample.Read("Packing"));
    }

    [Fact]
    public void The_example_of_a_transducer_leads_its_keys_to_their_outputs()
    {
        var bytes = FormatExample.Read("Packing")[3];
        var fst = new FstReader(bytes);
        var arc = new FstArc { Target = 17 };
        Assert.Equal(FstLookup.Found, fst.Find(arc.Target, (byte)'a', ref arc));
        Assert.True(arc.IsFinal);
        Assert.Equal("0102", Output(bytes, arc.OutputAt, arc.OutputLength) + Output(bytes, arc.FinalOutputAt, arc.FinalOutputLength));
        Assert.Equal(FstLookup.Found, fst.Find(arc.Target, (byte)'c', ref arc));
        Assert.Equal("03", Output(bytes, arc.OutputAt, arc.OutputLength));
        Assert.Equal(FstLookup.Found, fst.Find(17, (byte)'b', ref arc));
        Assert.False(arc.IsFinal);
        Assert.Equal("04", Output(bytes, arc.OutputAt, arc.OutputLength));
        Assert.Equal(FstLookup.Found, fst.Find(arc.Target, (byte)'c', ref arc));
        Assert.True(arc.IsFinal);
        Assert.Equal(FstLookup.None, fst.Find(17, (byte)'c', ref arc));
    }

    private static FstBuilder SomeFst()
    {
        var fst = new FstBuilder();
        fst.Add("a"u8, [1, 2]);
        fst.Add("ac"u8, [1, 3]);
        fst.Add("bc"u8, [4]);
        fst.Finish();
        Assert.Equal(17, fst.StartNode);
        return fst;
    }

    private static string Output(byte[] bytes, int at, int length)
    {
        var output = new byte[length];
        if (length > 0) new FstReader(bytes).CopyOutput(at, length, output);
        return Convert.ToHexString(output);
    }
}
