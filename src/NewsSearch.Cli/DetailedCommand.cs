using System.CommandLine;

namespace NewsSearch.Cli;

/// <summary>A command with more to say than fits beside its name in the list of commands.</summary>
/// <param name="name">What is typed.</param>
/// <param name="summary">One line for the list of commands.</param>
/// <param name="details">The rest, for <c>newssearch NAME --help</c>.</param>
internal sealed class DetailedCommand(string name, string summary, string details) : Command(name, summary)
{
    public string Details { get; } = details;
}
