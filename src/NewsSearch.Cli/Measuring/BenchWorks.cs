namespace NewsSearch.Cli.Measuring;

/// <summary>The works of a benchmark, as the command line, the workers and the measurements name them.</summary>
internal static class BenchWorks
{
    /// <summary>Titles and bodies cut into words on one thread.</summary>
    public const string Analysis = "analysis";

    /// <summary>An index of the peers' fields, built by one thread; then as shipped.</summary>
    public const string Index1 = "index1";

    /// <summary>The same by two threads.</summary>
    public const string Index2 = "index2";

    /// <summary>The ten best, the exact total, and the counts of all matches by source, channel and month.</summary>
    public const string Counts = "counts";

    /// <summary>The ten best only.</summary>
    public const string Top = "top";

    /// <summary>Ten articles to read after one.</summary>
    public const string Related = "related";

    /// <summary>The stored fields of ten articles.</summary>
    public const string Fetch = "fetch";

    /// <summary>A piece of text wherever it stands in title or body: ten articles and the exact total.</summary>
    public const string Literal = "literal";

    /// <summary>Pieces of articles in quotes, asked of the product as a whole.</summary>
    public const string Quoted = "quoted";

    /// <summary>Queries that readers asked, of the product as a whole; then of the words out of the box, all of which must match, and any.</summary>
    public const string Hot = "hot";

    /// <summary>See <see cref="Hot"/>.</summary>
    public const string HotAnd = "hot-and";

    /// <summary>See <see cref="Hot"/>.</summary>
    public const string HotOr = "hot-or";

    /// <summary>The server under load, beside a bare endpoint of it.</summary>
    public const string Http = "http";

    /// <summary>Measurements of <see cref="Http"/>; the number of connections follows.</summary>
    public const string HttpBare = "http-bare";

    /// <summary>A few hundred queries, again and again; the number of connections follows.</summary>
    public const string HttpRepeated = "http-repeated";

    /// <summary>No query twice; the number of connections follows.</summary>
    public const string HttpDistinct = "http-distinct";

    /// <summary>All that need no further file, in the order in which they are done.</summary>
    public static readonly string[] All = [Analysis, Index1, Index2, Counts, Top, Fetch, Related, Literal, Quoted, Http];

    /// <summary>Every one that can be asked for.</summary>
    public static readonly string[] Known = [.. All, Hot];
}
