namespace NewsSearch.Web;

/// <summary>How a <see cref="NewsServer"/> runs.</summary>
public sealed record NewsServerOptions
{
    /// <summary>Where the program listens unless told otherwise: this machine only.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Addresses to listen on; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>Memory for answers of <c>/api/search</c> that are asked for again; 0 for none.</summary>
    public long AnswerCacheBytes { get; init; } = 32 << 20;

    /// <summary>
    /// What <see cref="NewsServer.BarePath"/> answers, as JSON: an endpoint that does nothing, for measuring what the server itself takes. Null, the default, for no such endpoint.
    /// </summary>
    public ReadOnlyMemory<byte>? BareAnswer { get; init; }

    /// <summary>How long one question to the archive may take before it is given up with status 503.</summary>
    public TimeSpan SearchTimeLimit { get; init; } = TimeSpan.FromSeconds(10);
}
