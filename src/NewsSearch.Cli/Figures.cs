namespace NewsSearch.Cli;

/// <summary>Numbers as people read them.</summary>
internal static class Figures
{
    public static string Articles(long count) => count == 1 ? "1 article" : $"{count:N0} articles";
}
