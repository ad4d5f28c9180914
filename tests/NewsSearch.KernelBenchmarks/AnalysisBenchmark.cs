using BenchmarkDotNet.Attributes;
using NewsSearch.Lucene.Analysis;
using NewsSearch.SmartCn;

namespace NewsSearch.KernelBenchmarks;

/// <summary>What do words and pairs of characters take?</summary>
[Config(typeof(InThisProcess))]
public class AnalysisBenchmark
{
    private readonly TokenStream _words = new SmartChineseAnalyzer().CreateStream("body");
    private readonly TokenStream _pairs = new CharacterPairAnalyzer().CreateStream("body");
    private readonly string _text = Sample.Text;

    [Benchmark(Baseline = true)]
    public int Characters()
    {
        var sum = 0;
        foreach (var character in _text) sum += character;
        return sum;
    }

    [Benchmark]
    public int Pairs() => Count(_pairs);

    [Benchmark]
    public int Words() => Count(_words);

    private int Count(TokenStream stream)
    {
        var count = 0;
        stream.Reset(_text.AsMemory());
        while (stream.MoveNext()) count++;
        return count;
    }
}
