using System.Globalization;

namespace NewsSearch.Cli.Measuring;

/// <summary>
/// Lets all sides do the same works in turn (A B C A B C) and keeps what they answered. It fails when sides that must agree do not: a
/// figure of a side that left something out is worth nothing.
/// </summary>
internal sealed class BenchRun(BenchFolder folder, IReadOnlyList<BenchSide> sides, BenchPlan plan, Action<string> progress)
{
    private const string BuiltMark = ".built";

    private readonly string _id = DateTime.UtcNow.ToString("MMdd-HHmmss", CultureInfo.InvariantCulture);

    public void Run()
    {
        if (Has(BenchWorks.Analysis)) Analyse();
        if (Has(BenchWorks.Index1)) Index(BenchWorks.Index1, 1);
        if (Has(BenchWorks.Index2)) Index(BenchWorks.Index2, 2);
        Search([BenchWorks.Counts, BenchWorks.Top, BenchWorks.Fetch]);
        SearchRelated();
        if (Has(BenchWorks.Literal)) SearchLiterals();
    }

    private bool Has(string work) => plan.Works.Contains(work);

    private void Analyse()
    {
        var step = Math.Max(1, (int)(new FileInfo(folder.Corpus).Length / (plan.AnalysisMegabytes * 1_000_000L)));
        var workers = Start();
        try
        {
            // The first turn of each is for its compiler.
            for (var round = 0; round <= plan.Rounds; round++)
            {
                var answers = workers.ToDictionary(worker => worker.Key, worker => worker.Value.Ask("analyse", folder.Corpus, $"{step}"));
                if (round == 0) continue;
                foreach (var (side, answer) in answers) Keep(round, side, BenchWorks.Analysis, answer);
                Agreement.Require(BenchWorks.Analysis, "checksum", Of(answers, BenchSide.OursName, BenchSide.Lucene8));
            }
        }
        finally
        {
            Stop(workers.Values);
        }
    }

    private void Index(string work, int threads)
    {
        for (var round = 1; round <= plan.Rounds; round++)
        {
            var answers = new Dictionary<string, WorkerAnswer>();
            foreach (var side in sides)
            {
                Keep(round, side.Name, work, answers[side.Name] = Build(side, "index", $"words-{side.Name}", threads));
                if (!side.IsOurs) continue;
                Keep(round, side.Name, work + Measurement.Shipped, answers["shipped"] = Build(side, "index-shipped", "shipped", threads));
            }

            foreach (var (side, answer) in answers) Agreement.RequireValue(work, side, "docs", answer, folder.ArticleCount);
        }
    }

    private void Search(IEnumerable<string> works)
    {
        string[] wanted = [.. works.Where(Has)];
        if (wanted.Length == 0) return;
        var workers = Start();
        try
        {
            foreach (var (name, worker) in workers) Open(worker, BuiltIndex(name, "index", $"words-{name}"));
            CheckAgainstEachOther(workers);
            foreach (var work in wanted)
                foreach (var answers in Turns(workers, work)) Agreement.Require(work, "sum", answers);
            if (wanted.Contains(BenchWorks.Counts))
                foreach (var (name, worker) in workers) Keep(1, name, Measurement.Memory, worker.Ask("peak"));
        }
        finally
        {
            Stop(workers.Values);
        }
    }

    private void SearchRelated()
    {
        if (!Has(BenchWorks.Related)) return;
        var workers = Start();
        try
        {
            foreach (var (name, worker) in workers)
                Open(worker, name == BenchSide.OursName ? BuiltIndex(name, "index-shipped", "shipped") : BuiltIndex(name, "index", $"words-{name}"));
            // What is related is a matter of opinion: that all answer must do.
            foreach (var answers in Turns(workers, BenchWorks.Related))
                foreach (var (name, answer) in answers) Agreement.RequireSome(BenchWorks.Related, name, answer);
        }
        finally
        {
            Stop(workers.Values);
        }
    }

    private void SearchLiterals()
    {
        using var worker = WorkerProcess.Start(sides.Single(side => side.IsOurs));
        Open(worker, BuiltIndex(BenchSide.OursName, "index-shipped", "shipped"));
        var ours = new Dictionary<string, WorkerProcess> { [BenchSide.OursName] = worker };
        foreach (var answers in Turns(ours, BenchWorks.Literal)) Agreement.RequireSome(BenchWorks.Literal, BenchSide.OursName, answers[BenchSide.OursName]);
    }

    /// <summary>Warms all workers up, then gives them turns.</summary>
    private IEnumerable<Dictionary<string, WorkerAnswer>> Turns(Dictionary<string, WorkerProcess> workers, string work)
    {
        foreach (var worker in workers.Values) worker.Ask("search", work, "1", $"{plan.WarmSeconds}");
        for (var round = 1; round <= plan.Rounds; round++)
        {
            var answers = new Dictionary<string, WorkerAnswer>();
            // A moment unmeasured brings the side's data back into the processor's caches.
            foreach (var (name, worker) in workers) answers[name] = worker.Ask("search", work, $"{plan.Passes}", "0.2");
            foreach (var (name, answer) in answers) Keep(round, name, work, answer);
            yield return answers;
        }
    }

    /// <summary>Compares what every query finds on every side, not only the sums.</summary>
    private void CheckAgainstEachOther(Dictionary<string, WorkerProcess> workers)
    {
        var found = new Dictionary<string, string[]>();
        foreach (var (name, worker) in workers)
        {
            var file = folder.Scratch($"found-{name}.tsv");
            worker.Ask("check", file);
            found[name] = File.ReadAllLines(file);
        }

        Agreement.RequireSameLines(found, [.. BenchQuery.Read(folder.Queries, BenchQuery.Ranked)]);
    }

    private Dictionary<string, WorkerProcess> Start() => sides.ToDictionary(side => side.Name, WorkerProcess.Start);

    private static void Stop(IEnumerable<WorkerProcess> workers)
    {
        foreach (var worker in workers) worker.Dispose();
    }

    private void Open(WorkerProcess worker, string index) =>
        Agreement.RequireValue("open", index, "docs", worker.Ask("open", index, folder.Queries), folder.ArticleCount);

    /// <summary>The index of a side, built by one thread if it is not there yet.</summary>
    private string BuiltIndex(string name, string command, string index)
    {
        if (!File.Exists(folder.Index(index) + BuiltMark)) Build(sides.Single(side => side.Name == name), command, index, 1);
        return folder.Index(index);
    }

    /// <summary>Builds an index in a process of its own. That of one thread stays, to be searched.</summary>
    private WorkerAnswer Build(BenchSide side, string command, string index, int threads)
    {
        var path = folder.Index(threads == 1 ? index : index + "-threads");
        File.Delete(path + BuiltMark);
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        progress($"{side.Name}: {command}, threads: {threads}");
        using var worker = WorkerProcess.Start(side);
        var answer = worker.Ask(command, folder.Corpus, path, $"{threads}", $"{plan.BufferMegabytes}");
        if (threads == 1) File.WriteAllText(path + BuiltMark, "");
        else Directory.Delete(path, recursive: true);
        return answer;
    }

    private void Keep(int round, string side, string work, WorkerAnswer answer)
    {
        progress($"{work}, round {round}, {side}: {answer}");
        File.AppendAllLines(folder.Measurements, [new Measurement($"{_id}-{round}", side, work, answer).ToLine()]);
    }

    private static Dictionary<string, WorkerAnswer> Of(Dictionary<string, WorkerAnswer> answers, params string[] names) =>
        answers.Where(answer => names.Contains(answer.Key)).ToDictionary();
}
