using System.CommandLine;
using System.Text;
using NewsSearch.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("Full-text search for archives of Chinese news.")
{
    IndexCommand.Create(),
    SearchCommand.Create(),
    WhyCommand.Create(),
    ServeCommand.Create(),
    EvalCommand.Create(),
    CheckCommand.Create(),
    DictionaryCommand.Create(),
    BenchCommand.Create(),
    BenchPlotCommand.Create(),
    BenchWorkerCommand.Create(),
};
DetailedHelp.AddTo(root);

return await Failures.ReportAsync(() => root
    // A query may begin with @, which would otherwise name a file of further arguments.
    .Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null })
    .InvokeAsync(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        // A commit that Ctrl+C finds under way is let finish.
        ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
    }));
