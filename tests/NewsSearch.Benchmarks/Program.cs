using System.CommandLine;
using System.Text;
using NewsSearch.Benchmarks;
using NewsSearch.Cli.Measuring;

Surroundings.NoteLoad();
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("Programs that measure NewsSearch. Each prints a Markdown page; README.md tells how to read it.")
{
    GenerateCommand.Create(),
    KindsCommand.Create(),
    ParallelCommand.Create(),
    MixedCommand.Create(),
    OpenCommand.Create(),
    OpenCommand.CreateProbe(),
};
return root.Parse(args).Invoke();
