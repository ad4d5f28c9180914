using System.Globalization;

namespace NewsSearch.Archive.Tests.Crashes;

/// <summary>Writes a line for each event; a line is handed to the system before the call returns, so a SIGKILL loses none.</summary>
internal sealed class ConsoleWriteLog : IWriteLog
{
    public const string Opening = "opening";
    public const string Opened = "opened";
    public const string CommitBegins = "committing";
    public const string CommitEnds = "committed";

    private readonly TextWriter _output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });

    /// <summary>Tells the ledger what a line says, if it is of a write.</summary>
    /// <returns>Whether it was an acknowledgement.</returns>
    public static bool Read(string line, WriteLedger ledger)
    {
        var words = line.Split(' ');
        if (words.Length < 3) return false;
        var version = long.Parse(words[2], CultureInfo.InvariantCulture);
        if (words[0] == "acknowledged") ledger.Acknowledged(words[1], version);
        else ledger.Tried(words[1], version, words[0] == "delete");
        return words[0] == "acknowledged";
    }

    public void Tried(string id, long version, bool isDeletion) =>
        Say(FormattableString.Invariant($"{(isDeletion ? "delete" : "put")} {id} {version}"));

    public void Acknowledged(string id, long version) => Say(FormattableString.Invariant($"acknowledged {id} {version}"));

    public void Committing() => Say(CommitBegins);

    public void Committed() => Say(CommitEnds);

    public void Say(string line) => _output.Write(line + "\n");
}
