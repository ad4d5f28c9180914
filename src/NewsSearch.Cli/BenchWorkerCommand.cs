using System.CommandLine;
using System.Text;
using NewsSearch.Cli.Measuring;

namespace NewsSearch.Cli;

/// <summary>What <c>newssearch bench</c> starts as our side: one piece of work a line of input.</summary>
internal static class BenchWorkerCommand
{
    public const string Name = "bench-worker";

    public static Command Create()
    {
        var command = new Command(Name, "Started by bench.") { Hidden = true };
        command.SetAction(_ =>
        {
            using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
            BenchWorker.Run(input, Console.Out);
        });
        return command;
    }
}
