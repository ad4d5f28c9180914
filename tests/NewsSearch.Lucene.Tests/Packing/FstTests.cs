using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Tests.Codecs.Terms;

namespace NewsSearch.Lucene.Tests.Packing;

/// <summary>Every key leads to its output and nothing else to any; bytes that are no transducer end in an answer.</summary>
public sealed class FstTests
{
    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(2, 2, 12)]
    [InlineData(3, 6, 4)]
    [InlineData(4, 26, 3)]
    [InlineData(5, 256, 2)]
    [InlineData(6, 256, 9)]
    public void Every_key_leads_to_its_output(int seed, int alphabet, int maxLength)
    {
        var words = new RandomTerms(seed);
        var random = new Random(seed);
        var keys = words.Words(Math.Min(3000, (int)Math.Min(1e9, Math.Pow(alphabet, maxLength)) / 2 + 2), alphabet, maxLength);
        // Few different bytes, so that outputs share prefixes, and some are prefixes of others.
        var outputs = keys.ConvertAll(_ => RandomOutput(random));
        var fst = Build(keys, outputs);
        for (var i = 0; i < keys.Count; i++) Assert.Equal(outputs[i], Find(fst, keys[i]));
        for (var i = 0; i < 1000; i++)
        {
            var word = words.Word(alphabet, maxLength + 1);
            var at = keys.FindIndex(key => key.AsSpan().SequenceEqual(word));
            Assert.Equal(at < 0 ? null : outputs[at], Find(fst, word));
        }
    }

    [Fact]
    public void Keys_must_ascend()
    {
        var fst = new FstBuilder();
        fst.Add([2], [1]);
        Assert.Throws<ArgumentException>(() => fst.Add([2], [1]));
        Assert.Throws<ArgumentException>(() => fst.Add([1, 3], [1]));
        Assert.Throws<ArgumentException>(() => fst.Add([], [1]));
    }

    [Fact]
    public void The_empty_key_alone_needs_no_node()
    {
        var fst = Build([[]], [[7]]);
        Assert.Equal([7], fst.EmptyOutput);
        Assert.Equal(FstFormat.NoNode, fst.StartNode);
        Assert.Null(Find(fst, [1]));
    }

    [Fact]
    public void Equal_tails_are_stored_once()
    {
        var one = Build(["ending"u8.ToArray()], [[1]]);
        var many = Build([.. Enumerable.Range('a', 20).Select(first => (byte[])[(byte)first, .. "ending"u8])], [.. Enumerable.Range(1, 20).Select(i => (byte[])[(byte)i])]);
        Assert.InRange(many.Bytes.Length, one.Bytes.Length, one.Bytes.Length + 20 * 6);
        Assert.Equal([3], Find(many, "cending"u8.ToArray()));
    }

    [Fact]
    public void Any_bytes_end_in_an_answer()
    {
        var keys = new RandomTerms(9).Words(500, 7, 6);
        var random = new Random(9);
        var fst = Build(keys, keys.ConvertAll(_ => RandomOutput(random)));
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = fst.Bytes.ToArray();
            for (var flips = random.Next(1, 6); flips > 0; flips--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            bytes = bytes[..random.Next(1, bytes.Length + 1)];
            var output = new List<byte>();
            Follow(new FstReader(bytes), fst.StartNode, keys[random.Next(keys.Count)], output);
            Assert.InRange(output.Count, 0, bytes.Length * 7);
        }
    }

    private static byte[] RandomOutput(Random random) => [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => (byte)random.Next(3))];

    private static FstBuilder Build(List<byte[]> keys, List<byte[]> outputs)
    {
        var fst = new FstBuilder();
        for (var i = 0; i < keys.Count; i++) fst.Add(keys[i], outputs[i]);
        fst.Finish();
        return fst;
    }

    private static byte[]? Find(FstBuilder fst, byte[] key)
    {
        if (key.Length == 0) return fst.EmptyOutput;
        var output = new List<byte>();
        return Follow(new FstReader(fst.Bytes), fst.StartNode, key, output) ? [.. output] : null;
    }

    private static bool Follow(FstReader fst, int start, byte[] key, List<byte> output)
    {
        var arc = new FstArc { Target = start };
        foreach (var label in key)
        {
            if (fst.Find(arc.Target, label, ref arc) != FstLookup.Found) return false;
            Append(fst, arc.OutputAt, arc.OutputLength, output);
        }

        if (arc.IsFinal) Append(fst, arc.FinalOutputAt, arc.FinalOutputLength, output);
        return arc.IsFinal;
    }

    private static void Append(FstReader fst, int at, int length, List<byte> output)
    {
        if (length == 0) return;
        var bytes = new byte[length];
        fst.CopyOutput(at, length, bytes);
        output.AddRange(bytes);
    }
}
