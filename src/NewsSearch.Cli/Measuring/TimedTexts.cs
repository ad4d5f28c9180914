using System.Diagnostics;

namespace NewsSearch.Cli.Measuring;

/// <summary>Times how long texts take to be answered.</summary>
internal static class TimedTexts
{
    /// <summary>Asks every text so many times, after doing so unmeasured for some seconds.</summary>
    /// <param name="texts">What is asked.</param>
    /// <param name="ask">Answers with the number of articles found.</param>
    /// <param name="passes">How often all are asked.</param>
    /// <param name="warmSeconds">For how long before; it ends in the middle of the texts where they take longer.</param>
    public static WorkerAnswer Measure(List<AskedText> texts, Func<string, int> ask, int passes, double warmSeconds)
    {
        var warming = Stopwatch.StartNew();
        for (var i = 0; warming.Elapsed.TotalSeconds < warmSeconds; i++) ask(texts[i % texts.Count].Text);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (cpu, allocated, collections) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true), GC.CollectionCount(0));
        var times = new SampleTimes();
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var text in texts)
            {
                var started = Stopwatch.GetTimestamp();
                var found = ask(text.Text);
                times.Add(text.Kind, Stopwatch.GetElapsedTime(started), found);
            }
        }

        var answer = new WorkerAnswer().AddSeconds("cpu", Environment.CpuUsage.TotalTime - cpu).Add("passes", passes)
            .Add("allocated", GC.GetTotalAllocatedBytes(precise: true) - allocated).Add("collections", GC.CollectionCount(0) - collections);
        times.Describe(answer);
        times.DescribeMisses(answer);
        return answer;
    }
}
