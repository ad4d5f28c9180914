using System.Diagnostics;
using System.Text;
using NewsSearch.Lucene.Analysis;

namespace NewsSearch.Cli.Measuring;

/// <summary>How fast an analyzer cuts titles and bodies into words, on one thread.</summary>
internal sealed class AnalysisWork
{
    private readonly List<string> _texts = [];
    private readonly long _bytes;

    /// <summary>Takes every so many articles.</summary>
    public AnalysisWork(string corpusFile, int step)
    {
        using var corpus = new BenchCorpus(corpusFile);
        foreach (var article in corpus.Rest().Where((_, number) => number % step == 0))
        {
            _texts.Add(article.Title);
            _texts.Add(article.Body);
        }

        _bytes = _texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
    }

    public WorkerAnswer Measure(Analyzer analyzer)
    {
        var (tokens, checksum) = (0L, 0L);
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        var stream = analyzer.CreateStream("body");
        foreach (var text in _texts)
        {
            stream.Reset(text.AsMemory());
            while (stream.MoveNext())
            {
                tokens++;
                // Of the first and last character: enough to see other tokens, too little to take time.
                var term = stream.Term;
                checksum += term.Length * 31L + term[0] + 7L * term[^1];
            }
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        return new WorkerAnswer().Add("bytes", _bytes).Add("tokens", tokens).Add("checksum", checksum)
            .AddSeconds("seconds", elapsed).AddSeconds("cpu", Environment.CpuUsage.TotalTime - cpu);
    }
}
