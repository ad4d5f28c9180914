using NewsSearch.Archive.Dictionary;
using NewsSearch.Archive.Querying;

namespace NewsSearch.Archive.Searching;

/// <summary>How a <see cref="LocalNewsSearcher"/> works.</summary>
public sealed record LocalSearchOptions
{
    /// <summary>
    /// How long after a commit, or after a change of the dictionary, questions may still be answered as before; zero looks with each question. Default one second.
    /// </summary>
    public TimeSpan RefreshInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Is told why a newer commit could not be opened, or a changed dictionary not be read; answers go on from the older one. Called on a thread that searches.
    /// </summary>
    public Action<Exception>? RefreshFailed { get; init; }

    /// <summary>The file of the reader's dictionary; null is <see cref="DictionaryFile.DefaultName"/> in the folder of the index. It need not be there.</summary>
    public string? DictionaryPath { get; init; }

    /// <summary>How hits are ranked.</summary>
    internal Ranking Ranking { get; init; } = Ranking.Default;
}
