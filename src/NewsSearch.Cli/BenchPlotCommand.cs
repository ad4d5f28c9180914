using System.CommandLine;
using NewsSearch.Cli.Measuring;

namespace NewsSearch.Cli;

/// <summary><c>newssearch bench-plot DIR…</c>: how the time of a query grows with the archive.</summary>
internal static class BenchPlotCommand
{
    public static Command Create()
    {
        var folders = new Argument<string[]>("DIR") { Arity = ArgumentArity.OneOrMore, Description = "Folders that bench worked in, one for each size of the corpus." };
        var output = new Option<string>("--out") { HelpName = "FILE", Description = "Where the drawing goes, as SVG.", Required = true };
        var command = new DetailedCommand("bench-plot", "Draw how the time of a query grows with the archive.", """
            Each folder comes of bench with the same queries: those of the largest corpus, which the others take by --queries-from.

              newssearch bench ALL.jsonl --work w-1000k --only counts
              newssearch bench ALL.jsonl --work w-100k --only counts --articles 100000 --queries-from w-1000k
              newssearch bench-plot w-100k w-1000k --out growth.svg
            """)
        {
            folders, output,
        };
        command.SetAction(parsed =>
        {
            var plot = new GrowthPlot(parsed.GetValue(folders)!.Select(folder => GrowthPoint.Read(new BenchFolder(folder))));
            File.WriteAllText(parsed.GetValue(output)!, plot.Draw());
            plot.Print(Console.Out);
        });
        return command;
    }
}
