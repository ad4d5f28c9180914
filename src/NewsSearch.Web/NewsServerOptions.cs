namespace NewsSearch.Web;

/// <summary>How a <see cref="NewsServer"/> runs.</summary>
public sealed record NewsServerOptions
{
    /// <summary>Where the program listens unless told otherwise: this machine only.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Addresses to listen on; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>How long one question to the archive may take before it is given up with status 503.</summary>
    public TimeSpan SearchTimeLimit { get; init; } = TimeSpan.FromSeconds(10);
}
