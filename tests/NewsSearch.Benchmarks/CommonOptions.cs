using System.CommandLine;

namespace NewsSearch.Benchmarks;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<string> Index() => new("--index") { HelpName = "DIR", Description = "Folder of the index.", Required = true };

    public static Option<ulong> Seed() => new("--seed")
    {
        HelpName = "N",
        Description = "Everything that is chosen at random follows from it.",
        DefaultValueFactory = _ => 20260101,
    };

    public static Option<int> Number(string name, string description, int standard) =>
        new(name) { HelpName = "N", Description = description, DefaultValueFactory = _ => standard };
}
