using System.CommandLine;
using NewsSearch.Lucene.Reading.Checking;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Cli;

/// <summary><c>newssearch check DIR</c>: reads every byte of an index and says whether it is whole.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIR")
        {
            Description = "Directory of the index.",
            DefaultValueFactory = _ => IndexPlace.Default,
        };
        var command = new DetailedCommand("check", "Read every byte of an index and say whether it is whole.", """
            Compares the checksums of all files, then each structure with what it says of itself. Changes nothing.

            Exit codes:
              0  the index is whole
              1  it is broken, or there is none
            """)
        {
            directory,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed.GetValue(directory)!, cancellationToken), cancellationToken));
        return command;
    }

    private static int Run(string path, CancellationToken cancellationToken)
    {
        using var directory = new FileSystemDirectory(path);
        var report = IndexChecker.Check(directory, cancellationToken);
        Print(report, Console.Out);
        return report.IsClean ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static void Print(IndexCheckReport report, TextWriter output)
    {
        output.WriteLine($"index {report.Directory}, commit {report.Generation}, segments: {report.Segments.Count:N0}");
        if (report.CommitProblem is { } problem) output.WriteLine(problem);
        foreach (var segment in report.Segments) PrintSegment(segment, output);
        output.WriteLine(report.IsClean
            ? $"whole: {Figures.Articles(report.SoundDocCount)}, no problem found"
            : $"BROKEN: {Figures.Articles(report.BrokenDocCount)} in broken segments, {report.SoundDocCount:N0} in whole ones");
    }

    private static void PrintSegment(SegmentCheckReport segment, TextWriter output)
    {
        output.WriteLine(
            $"{segment.Name}: {segment.DocCount:N0} documents ({segment.DeletedCount:N0} deleted), {segment.Bytes:N0} bytes, "
            + $"{segment.TermCount:N0} terms, {segment.PostingCount:N0} postings: {(segment.IsClean ? "whole" : "BROKEN")}");
        foreach (var problem in segment.Problems) output.WriteLine("    " + problem);
    }
}
