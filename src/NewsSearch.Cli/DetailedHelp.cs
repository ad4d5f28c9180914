using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NewsSearch.Cli;

/// <summary>The usual help, followed by the details of a <see cref="DetailedCommand"/>.</summary>
internal sealed class DetailedHelp : SynchronousCommandLineAction
{
    private readonly HelpAction _usual;

    private DetailedHelp(HelpAction usual) => _usual = usual;

    /// <summary>Makes <c>--help</c> of this command and of those below it tell the details.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new DetailedHelp((HelpAction)option.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = _usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DetailedCommand command) parseResult.InvocationConfiguration.Output.WriteLine(command.Details);
        return exitCode;
    }
}
