namespace NewsSearch.Archive.Importing;

/// <summary>Why something in a file is no article.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Line">Line in it, from 1.</param>
/// <param name="Reason">What was found, what was expected.</param>
public sealed record ImportRefusal(string File, long Line, string Reason)
{
    public override string ToString() => $"{File}:{Line}: {Reason}";
}
