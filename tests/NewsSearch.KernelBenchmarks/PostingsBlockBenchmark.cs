using BenchmarkDotNet.Attributes;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.KernelBenchmarks;

/// <summary>How fast is a block of 128 numbers unpacked?</summary>
[Config(typeof(InThisProcess))]
public class PostingsBlockBenchmark
{
    private const int BlockSize = 128;

    private readonly int[] _numbers = new int[BlockSize];
    private byte[] _block = [];

    [Params(3, 8, 13, 24)]
    public int BitsPerNumber { get; set; }

    [GlobalSetup]
    public void Pack()
    {
        _block = new byte[PackedBits.ByteCount(BlockSize, BitsPerNumber) + BlockUnpacking.Slack];
        new Random(1).NextBytes(_block);
    }

    [Benchmark(Baseline = true)]
    public int OneAtATime()
    {
        for (var i = 0; i < BlockSize; i++) _numbers[i] = (int)PackedBits.Get(_block, i, BitsPerNumber);
        return _numbers[^1];
    }

    [Benchmark]
    public int Unpacked()
    {
        BlockUnpacking.Decode(_block, BitsPerNumber, _numbers);
        return _numbers[^1];
    }
}
