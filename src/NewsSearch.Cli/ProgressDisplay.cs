using Spectre.Console;

namespace NewsSearch.Cli;

/// <summary>Shows how far an <see cref="IndexRun"/> is: a bar on a terminal, a line per file elsewhere.</summary>
internal abstract class ProgressDisplay
{
    /// <summary>The display that suits standard error, where progress goes: standard output keeps the summary alone.</summary>
    public static ProgressDisplay Choose() => Console.IsErrorRedirected || Console.IsOutputRedirected ? new LineDisplay() : new BarDisplay();

    /// <summary>Does the work and shows the progress of the run meanwhile.</summary>
    public abstract void Show(IndexRun run, Action work);

    private sealed class LineDisplay : ProgressDisplay
    {
        public override void Show(IndexRun run, Action work)
        {
            run.FileFinished = (file, articles, refused) =>
                Console.Error.WriteLine($"{file}: {Figures.Articles(articles)}{(refused > 0 ? $", {refused:N0} refused" : "")}");
            work();
        }
    }

    private sealed class BarDisplay : ProgressDisplay
    {
        private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

        public override void Show(IndexRun run, Action work)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            run.Refusals.Print = console.WriteLine;
            console.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context => Watch(context.AddTask("reading", maxValue: Math.Max(1, run.TotalBytes)), run, work));
        }

        private static void Watch(ProgressTask bar, IndexRun run, Action work)
        {
            using var timer = new Timer(_ => Update(bar, run), null, TimeSpan.Zero, Interval);
            work();
            Update(bar, run);
        }

        private static void Update(ProgressTask bar, IndexRun run)
        {
            var rate = run.ArticleCount / Math.Max(0.001, run.Elapsed.TotalSeconds);
            var what = run.CurrentFile is { } file ? Path.GetFileName(file) : "writing to disk";
            bar.Value = run.BytesRead;
            bar.Description = Markup.Escape($"{what}  {Figures.Articles(run.ArticleCount)}, {rate:N0}/s");
        }
    }
}
