using System.CommandLine;
using NewsSearch.Archive;
using NewsSearch.Archive.Journaling;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading.Checking;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Cli;

/// <summary><c>newssearch check DIR</c>: reads every byte of an index and says whether it is whole; <c>--repair</c> leaves out what is broken.</summary>
internal static class CheckCommand
{
    private const int MostLeftovers = 5;

    public static Command Create()
    {
        var directory = new Argument<string>("DIR")
        {
            Description = "Directory of the index.",
            DefaultValueFactory = _ => IndexPlace.Default,
        };
        var repair = new Option<bool>("--repair")
        {
            Description = "Leave out the segments that are broken, after writing down what is lost.",
        };
        var command = new DetailedCommand("check", "Read every byte of an index and say whether it is whole.", """
            Compares the checksums of all files, then each structure with what it says of itself, and reads the journal. Changes nothing, unless
            --repair is given and the index is broken. Then the articles of the broken parts are lost to the index:

              - a file repair_N.txt in DIR says which, by their ids as far as they can be read. Index those again.
              - the list of segments as it was is kept in DIR as before-repair_segments_N.
              - the files of the broken parts stay until the index is next written to.

            Exit codes:
              0  the index is whole
              1  it is broken, or there is none, or it could not be repaired (nothing was changed then)
              2  it was broken and has been repaired, with the loss that is printed
            """)
        {
            directory,
            repair,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => parsed.GetValue(repair)
                ? Repair(parsed.GetValue(directory)!, cancellationToken)
                : Check(parsed.GetValue(directory)!, cancellationToken),
            cancellationToken));
        return command;
    }

    private static int Check(string path, CancellationToken cancellationToken)
    {
        using var directory = new FileSystemDirectory(path);
        var report = IndexChecker.Check(directory, cancellationToken: cancellationToken);
        Print(report, Console.Out);
        var journal = JournalChecker.Check(directory);
        Print(journal, Console.Out);
        return report.IsClean && journal.Problem is null ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static int Repair(string path, CancellationToken cancellationToken)
    {
        using var directory = new FileSystemDirectory(path);
        // To look costs nothing; a repair would begin by making the directory for its lock.
        if (!directory.Exists) IndexChecker.Check(directory, cancellationToken: cancellationToken);
        var result = IndexRepair.Repair(directory, ArticleSchema.Id, cancellationToken: cancellationToken);
        if (!result.HasRepaired)
        {
            Console.WriteLine($"whole: {Figures.Articles(result.KeptDocCount)}, nothing to repair");
            return ExitCodes.Success;
        }

        Print(result, directory, Console.Out);
        return ExitCodes.Repaired;
    }

    private static void Print(IndexRepairResult result, FileSystemDirectory directory, TextWriter output)
    {
        output.WriteLine($"index {directory.Name}, repaired: commit {result.NewGeneration} takes the place of {result.OldGeneration}");
        if (result.IsOlderCommit) output.WriteLine("The newest commit could not be read, so an older one was taken. What was indexed after it is lost.");
        if (result.DroppedSegments.Count > 0)
            output.WriteLine($"LOST: {Figures.Articles(result.LostDocCount)} of segments {string.Join(", ", result.DroppedSegments)}, {result.ReadableLostCount:N0} of them known by id");
        output.WriteLine($"kept: {Figures.Articles(result.KeptDocCount)}");
        output.WriteLine($"what is lost:        {Path.Combine(directory.Name, result.LossReport!)}");
        output.WriteLine($"the commit as it was: {Path.Combine(directory.Name, result.BackupFile!)}");
    }

    private static void Print(IndexCheckReport report, TextWriter output)
    {
        output.WriteLine($"index {report.Directory}, commit {report.Generation}, segments: {report.Segments.Count:N0}");
        if (report.CommitProblem is { } problem) output.WriteLine(problem);
        if (!report.IsReadable && report.Older is null) output.WriteLine("There is no older commit that could be gone back to.");
        foreach (var segment in report.Segments) PrintSegment(segment, output);
        if (report.Leftovers.Count > 0)
            output.WriteLine($"left over, in use by nobody: {string.Join(", ", report.Leftovers.Take(MostLeftovers))}{(report.Leftovers.Count > MostLeftovers ? $" and {report.Leftovers.Count - MostLeftovers:N0} more files" : "")}");
        output.WriteLine(Verdict(report));
        if (report.Older is null) return;
        output.WriteLine("An older commit:");
        Print(report.Older, output);
    }

    private static void Print(JournalReport journal, TextWriter output)
    {
        if (journal.Problem is not null) output.WriteLine($"journal BROKEN: {journal.Problem}");
        else if (journal.UncommittedCount > 0)
            output.WriteLine($"journal {journal.FileName}: whole; {journal.UncommittedCount:N0} acknowledged writes wait for a commit, the next `newssearch index` applies them");
        if (journal.TornBytes > 0) output.WriteLine($"journal: {journal.TornBytes:N0} bytes at its end are of a write that was never acknowledged, or is under way");
    }

    private static string Verdict(IndexCheckReport report) => report switch
    {
        { IsClean: true } => $"whole: {Figures.Articles(report.SoundDocCount)}, no problem found",
        { IsUnsupported: true } => "not broken, but in a format that this program does not read",
        _ => $"BROKEN: {Figures.Articles(report.BrokenDocCount)} in broken segments, {report.SoundDocCount:N0} in whole ones"
            + " (`newssearch check DIR --repair` leaves the broken ones out)",
    };

    private static void PrintSegment(SegmentCheckReport segment, TextWriter output)
    {
        var documents = segment.IsDocCountKnown ? $"{segment.DocCount:N0} documents" : "an unknown number of documents";
        output.WriteLine(
            $"{segment.Name}: {documents} ({segment.DeletedCount:N0} deleted), {segment.FileCount:N0} files, {segment.Bytes:N0} bytes, "
            + $"{segment.TermCount:N0} terms, {segment.PostingCount:N0} postings: {(segment.IsClean ? "whole" : "BROKEN")}");
        foreach (var problem in segment.Problems) output.WriteLine("    " + problem);
    }
}
