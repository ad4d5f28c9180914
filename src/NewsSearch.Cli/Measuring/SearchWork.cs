using System.Diagnostics;
using NewsSearch.Archive.Searching;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Cli.Measuring;

/// <summary>Answers the queries of a file from an index, one kind of work at a time, and measures each.</summary>
internal sealed class SearchWork : IDisposable
{
    private readonly FileSystemDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly string _folder;
    private readonly string _queryFile;
    private readonly RankedTarget _ranked;
    private LocalNewsSearcher? _product;

    public SearchWork(string folder, string queryFile)
    {
        _folder = folder;
        _queryFile = queryFile;
        _directory = new FileSystemDirectory(folder);
        _reader = DirectoryReader.Open(_directory);
        // Every pass asks the same: whoever remembers where the terms were would be spared what the peers do.
        _ranked = new RankedTarget(new IndexSearcher(_reader, keepsTerms: false));
    }

    public WorkerAnswer Describe() => new WorkerAnswer().Add("docs", _reader.NumDocs).Add("segments", _reader.SegmentCount);

    /// <summary>Writes what every ranked query finds: its total, and of each facet the values, the sum of their counts, and a hash of both.</summary>
    public void Check(string file) =>
        File.WriteAllLines(file, BenchQuery.Read(_queryFile, BenchQuery.Ranked).Select(query => _ranked.Describe(RankedTarget.Parse(query))));

    /// <summary>Answers all queries of a work so many times, after doing so unmeasured for some seconds.</summary>
    public WorkerAnswer Measure(string work, int passes, double warmSeconds)
    {
        var tasks = TasksOf(work);
        var warming = Stopwatch.StartNew();
        while (warming.Elapsed.TotalSeconds < warmSeconds) Run(tasks, 1);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (cpu, allocated, collections) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true), GC.CollectionCount(0));
        var times = Run(tasks, passes);
        var answer = new WorkerAnswer().AddSeconds("cpu", Environment.CpuUsage.TotalTime - cpu).Add("passes", passes)
            .Add("allocated", GC.GetTotalAllocatedBytes(precise: true) - allocated).Add("collections", GC.CollectionCount(0) - collections);
        times.Describe(answer);
        return answer;
    }

    /// <summary>Asks for texts as one does out of the box.</summary>
    public WorkerAnswer AskBaseline(List<AskedText> texts, bool isEveryWordRequired, int passes, double warmSeconds) =>
        TimedTexts.Measure(texts, new BaselineTarget(new IndexSearcher(_reader), isEveryWordRequired).Ask, passes, warmSeconds);

    public void Dispose()
    {
        _product?.Dispose();
        _reader.Dispose();
        _directory.Dispose();
    }

    private static SampleTimes Run(List<SearchTask> tasks, int passes)
    {
        var times = new SampleTimes();
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var task in tasks)
            {
                var started = Stopwatch.GetTimestamp();
                var found = task.Answer();
                times.Add(task.Kind, Stopwatch.GetElapsedTime(started), found);
            }
        }

        return times;
    }

    private List<SearchTask> TasksOf(string work)
    {
        var kinds = work switch
        {
            BenchWorks.Counts or BenchWorks.Top => BenchQuery.Ranked,
            BenchWorks.Related => [BenchQuery.Related],
            BenchWorks.Fetch => [BenchQuery.Fetch],
            BenchWorks.Literal => [BenchQuery.Literal],
            _ => throw new ArgumentException($"There is no such work: {work}."),
        };
        return [.. BenchQuery.Read(_queryFile, kinds).Select(query => new SearchTask(query.Kind, TaskOf(work, query)))];
    }

    private Func<long> TaskOf(string work, BenchQuery query)
    {
        switch (work)
        {
            case BenchWorks.Counts:
                var counted = RankedTarget.Parse(query);
                return () => _ranked.SearchAndCount(counted);
            case BenchWorks.Top:
                var ranked = RankedTarget.Parse(query);
                return () => _ranked.SearchTop(ranked);
            case BenchWorks.Related:
                var product = _product ??= LocalNewsSearcher.Open(_folder);
                return () => product.FindRelatedAsync(query.Words[0], RankedTarget.Size, CancellationToken.None).GetAwaiter().GetResult()!.Count;
            case BenchWorks.Fetch:
                int[] documents = [.. query.Words.Select(_ranked.Find)];
                return () => _ranked.Fetch(documents);
            default:
                var literal = RankedTarget.ParseLiteral(query.Words[0]);
                return () => _ranked.SearchTop(literal, countsHits: true);
        }
    }

    private readonly record struct SearchTask(string Kind, Func<long> Answer);
}
