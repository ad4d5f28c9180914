namespace NewsSearch.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The work failed; an index that was being changed is as it was before.</summary>
    public const int Failed = 1;

    /// <summary>The work is done, but some of the input was refused.</summary>
    public const int SomeRefused = 2;

    /// <summary>The index was broken and has been repaired, with a loss.</summary>
    public const int Repaired = 2;
}
