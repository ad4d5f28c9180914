namespace NewsSearch.Cli.Tests.Support;

/// <summary>How a run of the program ended.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Error)
{
    public void AssertExit(int expected) => Assert.True(ExitCode == expected, $"exit code {ExitCode}, expected {expected}\n{Output}\n{Error}");

    /// <summary>It failed with one message for people.</summary>
    public void AssertFailure(params string[] messages)
    {
        AssertExit(ExitCodes.Failed);
        foreach (var message in messages) Assert.Contains(message, Error);
        Assert.DoesNotContain("   at ", Error);
        Assert.DoesNotContain("Unhandled", Error);
    }
}
