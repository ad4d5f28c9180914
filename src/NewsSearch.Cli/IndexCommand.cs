using System.CommandLine;
using NewsSearch.Archive.Importing;

namespace NewsSearch.Cli;

/// <summary><c>newssearch index PATH…</c>: puts articles into an index.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = $"Files with articles, or folders to look for such files in: {ArticleSources.SupportedNames}.",
        };
        var index = IndexPlace.CreateOption();
        var acceptUntitled = new Option<bool>("--accept-untitled")
        {
            Description = "Take articles without a title too; lists show the beginning of their text. Otherwise they are refused.",
        };
        var command = new DetailedCommand("index", "Put articles into an index.", """
            An article whose id is in the index already replaces the one there. The index changes all at once at
            the end: until then, and after Ctrl+C, searches see it as it was.

            What is refused is named with file, line and reason on standard error, and listed in DIR.refused.log.

            Exit codes:
              0  every article is in
              2  some were refused, the others are in
              1  the work failed, the index is as it was
            """)
        {
            paths,
            index,
            acceptUntitled,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => Run(parsed.GetValue(paths)!, parsed.GetValue(index) ?? IndexPlace.Default, parsed.GetValue(acceptUntitled), cancellationToken), cancellationToken));
        return command;
    }

    private static int Run(string[] paths, string directory, bool acceptsUntitled, CancellationToken cancellationToken)
    {
        // Every file is opened before the first is read: a misspelt name is better known now than in an hour.
        var sources = ArticleSources.FindFiles(paths).Select(path => (path, ArticleSources.Open(path, acceptsUntitled))).ToList();
        if (sources.Count == 0) throw new FileNotFoundException($"No file with articles in {string.Join(", ", paths)}: looked for {ArticleSources.SupportedNames}.");
        using var refusals = new RefusalLog(directory);
        var run = new IndexRun(sources, directory, refusals);
        var display = ProgressDisplay.Choose();
        display.Show(run, () => run.Index(cancellationToken));
        IndexSummary.Print(run, Console.Out);
        return refusals.Count == 0 ? ExitCodes.Success : ExitCodes.SomeRefused;
    }
}
