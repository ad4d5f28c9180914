namespace NewsSearch.Cli.Measuring;

/// <summary>Measures the product's whole way from a reader's text to the answer, beside what the same engine gives out of the box.</summary>
internal sealed class ProductRun(BenchFolder folder, BenchSide ours, BuiltIndexes indexes, BenchPlan plan, MeasurementLog log)
{
    private const int QuotedOfEach = 1000;

    /// <summary>Texts in quotes: each has to find at least the article that it was taken from.</summary>
    public void AskQuoted()
    {
        var texts = folder.Texts("quoted.tsv", (draw, seed) => new QuotedDraw(draw, folder.ArticleCount, seed).Draw(QuotedOfEach));
        using var worker = StartProduct();
        worker.Ask("ask", texts, "1", $"{plan.WarmSeconds}");
        for (var round = 1; round <= plan.Rounds; round++)
        {
            var answer = worker.Ask("ask", texts, "1", "0.2");
            Agreement.RequireValue(BenchWorks.Quoted, ours.Name, "none", answer, 0);
            log.Keep(round, ours.Name, BenchWorks.Quoted, answer);
        }
    }

    /// <summary>Readers' queries: the product, then the baselines, in turn.</summary>
    public void AskHot()
    {
        var asked = ReadersQueries.Read(plan.HotFile ?? throw new NotSupportedException("The work hot needs a file of readers' queries: name one with --hot."));
        var texts = folder.Scratch("hot.tsv");
        AskedText.Write(texts, asked);
        using var product = StartProduct();
        using var baseline = WorkerProcess.Start(ours);
        Open(baseline, "open", indexes.Words(ours.Name), folder.Queries);
        (string Work, WorkerProcess Worker, string Command)[] turns =
            [(BenchWorks.Hot, product, "ask"), (BenchWorks.HotAnd, baseline, "ask-all"), (BenchWorks.HotOr, baseline, "ask-any")];
        foreach (var turn in turns) turn.Worker.Ask(turn.Command, texts, "0", $"{plan.WarmSeconds}");
        for (var round = 1; round <= plan.Rounds; round++)
            foreach (var turn in turns) log.Keep(round, ours.Name, turn.Work, turn.Worker.Ask(turn.Command, texts, "1", "0.2"));
    }

    private WorkerProcess StartProduct()
    {
        var worker = WorkerProcess.Start(ours);
        Open(worker, "open-product", indexes.Shipped());
        return worker;
    }

    private void Open(WorkerProcess worker, params string[] words) =>
        Agreement.RequireValue(words[0], words[1], "docs", worker.Ask(words), folder.ArticleCount);
}
