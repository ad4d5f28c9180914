using System.Text;
using BenchmarkDotNet.Attributes;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.KernelBenchmarks;

/// <summary>How fast is a block of stored text decompressed?</summary>
[Config(typeof(InThisProcess))]
public class Lz4Benchmark
{
    private const int BlockLength = 16 * 1024;

    private readonly byte[] _text = Encoding.UTF8.GetBytes(Sample.Text)[..BlockLength];
    private readonly byte[] _read = new byte[BlockLength];
    private byte[] _packed = [];

    [GlobalSetup]
    public void Pack()
    {
        var packed = new byte[Lz4.MaxCompressedLength(BlockLength)];
        _packed = packed[..Lz4.Compress(_text, packed, new int[Lz4.TableLength])];
    }

    [Benchmark(Baseline = true)]
    public void Copied() => _text.CopyTo(_read, 0);

    [Benchmark]
    public bool Decompressed() => Lz4.TryDecompress(_packed, _read, out _);
}
