namespace NewsSearch.Cli.Measuring;

/// <summary>
/// Lets all sides do the same works in turn (A B C A B C) and keeps what they answered. It fails when sides that must agree do not: a
/// figure of a side that left something out is worth nothing.
/// </summary>
internal sealed class BenchRun(BenchFolder folder, IReadOnlyList<BenchSide> sides, BenchPlan plan, Action<string> progress)
{
    private readonly MeasurementLog _log = new(folder.Measurements, progress);
    private readonly BuiltIndexes _indexes = new(folder, sides, plan, progress);

    public void Run()
    {
        if (Has(BenchWorks.Analysis)) Analyse();
        if (Has(BenchWorks.Index1)) Index(BenchWorks.Index1, 1);
        if (Has(BenchWorks.Index2)) Index(BenchWorks.Index2, 2);
        Search([BenchWorks.Counts, BenchWorks.Top, BenchWorks.Fetch]);
        SearchRelated();
        if (Has(BenchWorks.Literal)) SearchLiterals();
        var product = new ProductRun(folder, Ours, _indexes, plan, _log);
        if (Has(BenchWorks.Quoted)) product.AskQuoted();
        if (Has(BenchWorks.Hot)) product.AskHot();
        if (Has(BenchWorks.Http)) new HttpRun(folder, Ours, _indexes, plan, _log).Run();
    }

    private BenchSide Ours => sides.Single(side => side.IsOurs);

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
                foreach (var (side, answer) in answers) _log.Keep(round, side, BenchWorks.Analysis, answer);
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
                _log.Keep(round, side.Name, work, answers[side.Name] = _indexes.BuildWords(side, threads));
                if (!side.IsOurs) continue;
                _log.Keep(round, side.Name, work + Measurement.Shipped, answers["shipped"] = _indexes.BuildShipped(side, threads));
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
            foreach (var (name, worker) in workers) Open(worker, _indexes.Words(name));
            CheckAgainstEachOther(workers);
            foreach (var work in wanted)
                foreach (var answers in Turns(workers, work)) Agreement.Require(work, "sum", answers);
            if (wanted.Contains(BenchWorks.Counts))
                foreach (var (name, worker) in workers) _log.Keep(1, name, Measurement.Memory, worker.Ask("peak"));
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
                Open(worker, name == BenchSide.OursName ? _indexes.Shipped() : _indexes.Words(name));
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
        using var worker = WorkerProcess.Start(Ours);
        Open(worker, _indexes.Shipped());
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
            foreach (var (name, answer) in answers) _log.Keep(round, name, work, answer);
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

    private static Dictionary<string, WorkerAnswer> Of(Dictionary<string, WorkerAnswer> answers, params string[] names) =>
        answers.Where(answer => names.Contains(answer.Key)).ToDictionary();
}
