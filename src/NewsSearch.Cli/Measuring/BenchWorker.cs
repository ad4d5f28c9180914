using System.Globalization;
using System.Runtime.InteropServices;
using NewsSearch.SmartCn;

namespace NewsSearch.Cli.Measuring;

/// <summary>
/// Our side of a benchmark, in a process of its own as each peer is: does one piece of work a line and answers with what it took.
/// tests/peers/README.md describes the commands.
/// </summary>
internal sealed class BenchWorker : IDisposable
{
    private AnalysisWork? _analysis;
    private SearchWork? _search;
    private ProductWork? _product;
    private ServedWork? _served;
    private (string Url, string File, HttpLoad Load)? _load;

    public static void Run(TextReader input, TextWriter output)
    {
        using var worker = new BenchWorker();
        while (input.ReadLine() is { } line)
        {
            output.Write(worker.Answer(line) + "\n");
            output.Flush();
        }
    }

    public void Dispose()
    {
        _search?.Dispose();
        _product?.Dispose();
        _served?.Dispose();
    }

    private string Answer(string line)
    {
        try
        {
            return Answer(line.Split('\t')).ToString();
        }
        catch (Exception error)
        {
            // Trouble with one command is its answer; whoever asked decides what to do.
            return "error\t" + error.ToString().ReplaceLineEndings(" ").Replace('\t', ' ');
        }
    }

    private WorkerAnswer Answer(string[] words)
    {
        switch (words[0])
        {
            case "describe":
                return new WorkerAnswer().Add("name", "NewsSearch").Add("runtime", RuntimeInformation.FrameworkDescription)
                    .Add("heap", GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
            case "analyse":
                _analysis ??= new AnalysisWork(words[1], Number(words[2]));
                return _analysis.Measure(new SmartChineseAnalyzer());
            case "index": return IndexingWork.Words(words[1], words[2], Number(words[3]), Number(words[4]));
            case "index-shipped": return IndexingWork.Shipped(words[1], words[2], Number(words[3]), Number(words[4]));
            case "open":
                _search?.Dispose();
                _search = new SearchWork(words[1], words[2]);
                return _search.Describe();
            case "check":
                Opened().Check(words[1]);
                return new WorkerAnswer();
            case "search": return Opened().Measure(words[1], Number(words[2]), Seconds(words[3]));
            case "open-product":
                _product?.Dispose();
                _product = new ProductWork(words[1]);
                return _product.Describe();
            case "ask": return TimedTexts.Measure(AskedText.Read(words[1]), OpenedProduct().Ask, Number(words[2]), Seconds(words[3]));
            case "ask-all" or "ask-any": return Opened().AskBaseline(AskedText.Read(words[1]), words[0] == "ask-all", Number(words[2]), Seconds(words[3]));
            case "serve":
                _served?.Dispose();
                _served = new ServedWork(words[1], Number(words[2]));
                return _served.Describe();
            case "load": return LoadOf(words[1], words[2]).Measure(Number(words[3]), Number(words[4]), Number(words[5]));
            case "used": return new WorkerAnswer().AddSeconds("cpu", Environment.CpuUsage.TotalTime);
            case "peak": return new WorkerAnswer().Add("bytes", ProcessFigures.PeakBytes());
            default: throw new ArgumentException($"There is no such command: {words[0]}.");
        }
    }

    private SearchWork Opened() => _search ?? throw new InvalidOperationException("No index is open.");

    private HttpLoad LoadOf(string url, string file)
    {
        if (_load is not { } load || load.Url != url || load.File != file)
            _load = load = (url, file, new HttpLoad(url, AskedText.Read(file).Select(asked => asked.Text)));
        return load.Load;
    }

    private ProductWork OpenedProduct() => _product ?? throw new InvalidOperationException("No index of the product is open.");

    private static double Seconds(string word) => double.Parse(word, CultureInfo.InvariantCulture);

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
