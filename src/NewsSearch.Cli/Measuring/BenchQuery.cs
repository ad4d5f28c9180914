namespace NewsSearch.Cli.Measuring;

/// <summary>A query of a benchmark, made before anything is timed, the same for both sides.</summary>
/// <param name="Kind">One of the constants.</param>
/// <param name="Words">Words, ids of articles, or one literal text, by kind.</param>
internal sealed record BenchQuery(string Kind, string[] Words)
{
    /// <summary>2 to 4 words of one article, all required.</summary>
    public const string And = "and";

    /// <summary>2 to 4 words of one article, any of them.</summary>
    public const string Or = "or";

    /// <summary>2 to 3 words that stand one after the other in an article.</summary>
    public const string Phrase = "phrase";

    /// <summary>One of the most frequent words.</summary>
    public const string Common = "common";

    /// <summary>The id of an article whose related reading is asked for.</summary>
    public const string Related = "related";

    /// <summary>The ids of ten articles.</summary>
    public const string Fetch = "fetch";

    /// <summary>A piece of an article as it stands there.</summary>
    public const string Literal = "literal";

    /// <summary>The kinds that rank articles by words.</summary>
    public static readonly string[] Ranked = [And, Or, Phrase, Common];

    /// <summary>The queries of some kinds, in the order of the file.</summary>
    public static List<BenchQuery> Read(string file, params string[] kinds) =>
        [.. File.ReadLines(file).Select(Parse).Where(query => kinds.Contains(query.Kind))];

    public static void Write(string file, IEnumerable<BenchQuery> queries) => File.WriteAllLines(file, queries.Select(query => query.ToLine()));

    /// <summary>The kind, a tab, then the words, parted by blanks. A literal may hold blanks itself and is read as one.</summary>
    private string ToLine() => $"{Kind}\t{string.Join(' ', Words)}";

    private static BenchQuery Parse(string line)
    {
        var tab = line.IndexOf('\t');
        if (tab < 0) throw new InvalidDataException($"A query without a tab: {line}");
        var (kind, rest) = (line[..tab], line[(tab + 1)..]);
        return new BenchQuery(kind, kind == Literal ? [rest] : rest.Split(' '));
    }
}
