using System.CommandLine;
using NewsSearch.Archive;
using NewsSearch.Archive.Dictionary;
using NewsSearch.Archive.Searching;

namespace NewsSearch.Cli;

/// <summary><c>newssearch dictionary try LINE</c>: what a line of the dictionary would change.</summary>
internal static class DictionaryCommand
{
    public static Command Create()
    {
        var line = new Argument<string[]>("LINE")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "A line as it would stand in dictionary.txt: a word, or equivalents with = between them, such as \"上合组织 = SCO\".",
        };
        var index = IndexPlace.CreateOption();
        var attempt = new DetailedCommand("try", "Say how many articles a line would change, before it is added.", """
            Searches the index for each word of the line, with the dictionary as it is and with the line added, and prints
            how many articles come and go. Changes nothing. The line counts once it stands in dictionary.txt in the folder of
            the index, for articles that are indexed already too; a running server takes it within a second.
            """)
        {
            line,
            index,
        };
        attempt.SetAction((parsed, cancellationToken) => RunAsync(
            string.Join(' ', parsed.GetValue(line)!), parsed.GetValue(index) ?? IndexPlace.Default, cancellationToken));
        return new Command("dictionary", "The reader's dictionary of words and equivalents.") { attempt };
    }

    private static async Task<int> RunAsync(string line, string directory, CancellationToken cancellationToken)
    {
        using var searcher = LocalNewsSearcher.Open(directory);
        var trials = await searcher.TryDictionaryAsync(line, cancellationToken);
        foreach (var trial in trials) Print(trial, Console.Out);
        var changed = trials.Sum(trial => trial.Gained + trial.Lost);
        Console.WriteLine(changed == 0
            ? "The line changes no answer to its words by themselves."
            : $"The line changes the answers by {Figures.Articles(changed)} in all. To have it, add it to {Path.Combine(directory, DictionaryFile.DefaultName)}.");
        return ExitCodes.Success;
    }

    private static void Print(DictionaryTrial trial, TextWriter output)
    {
        output.WriteLine($"{trial.Word}: {trial.Before:N0} -> {Figures.Articles(trial.After)} ({trial.Gained:N0} come, {trial.Lost:N0} go)");
        output.WriteLine($"    now:  {Describe(trial.UnitsBefore)}");
        output.WriteLine($"    then: {Describe(trial.UnitsAfter)}");
    }

    private static string Describe(IReadOnlyList<ReadUnit> units) => string.Join(
        " AND ", units.Select(unit => unit.Equivalents.Count == 0 ? unit.Text : $"({string.Join(" OR ", [unit.Text, .. unit.Equivalents])})"));
}
