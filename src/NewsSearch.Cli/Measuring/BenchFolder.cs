using System.Security.Cryptography;
using System.Text;
using NewsSearch.Archive.Importing;

namespace NewsSearch.Cli.Measuring;

/// <summary>Where a benchmark keeps its corpus, its queries, the indexes of all sides and what was measured.</summary>
/// <param name="path">The folder.</param>
internal sealed class BenchFolder(string path)
{
    private const string StampFile = "stamp";

    private ulong _seed;

    public string Path { get; } = path;

    public string Corpus => System.IO.Path.Combine(Path, "corpus.tsv");

    public string Queries => System.IO.Path.Combine(Path, "queries.tsv");

    /// <summary>What was measured, a line each.</summary>
    public string Measurements => System.IO.Path.Combine(Path, "measurements.tsv");

    /// <summary>Articles of the corpus.</summary>
    public int ArticleCount { get; private set; }

    /// <summary>Identifies corpus and queries: figures of different ones are not to be mixed.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>A folder for an index of one side.</summary>
    public string Index(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A file beside the indexes.</summary>
    public string Scratch(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A file of texts drawn from the corpus, written unless it is there from before.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="draw">Draws them: the corpus, the seed.</param>
    public string Texts(string name, Func<string, ulong, List<AskedText>> draw)
    {
        var file = Scratch(name);
        if (!File.Exists(file)) AskedText.Write(file, draw(Corpus, _seed));
        return file;
    }

    /// <summary>Articles of the corpus that was prepared here before.</summary>
    /// <exception cref="InvalidDataException">None was.</exception>
    public int CountKnown()
    {
        var stamp = Scratch(StampFile);
        return File.Exists(stamp) && File.ReadAllLines(stamp) is [_, var count] ? int.Parse(count) : throw new InvalidDataException($"{Path} is no folder of a benchmark.");
    }

    /// <summary>Writes corpus and queries, unless they are there from before.</summary>
    /// <param name="paths">As <c>newssearch index</c> takes them.</param>
    /// <param name="acceptsUntitled">Whether articles without a title are taken.</param>
    /// <param name="articles">Articles at most, evenly chosen; 0 for all.</param>
    /// <param name="queries">Ranked queries.</param>
    /// <param name="seed">Decides the queries.</param>
    /// <param name="queriesFrom">Another such folder whose ranked queries are taken instead of drawing any; null for none.</param>
    public void Prepare(IReadOnlyList<string> paths, bool acceptsUntitled, int articles, int queries, ulong seed, string? queriesFrom)
    {
        _seed = seed;
        Directory.CreateDirectory(Path);
        var asked = $"{Describe(paths)}\n{articles} {queries} {seed}\n{(acceptsUntitled ? "untitled\n" : "")}";
        if (queriesFrom is not null) asked += File.ReadAllText(new BenchFolder(queriesFrom).Queries);
        Stamp = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)))[..16];
        var stamp = System.IO.Path.Combine(Path, StampFile);
        if (File.Exists(stamp) && File.ReadAllLines(stamp) is [var known, var count] && known == Stamp)
        {
            ArticleCount = int.Parse(count);
            return;
        }

        Clear();
        ArticleCount = BenchCorpus.Write(paths, Corpus, articles, acceptsUntitled);
        BenchQuery.Write(Queries, queriesFrom is null
            ? new QueryDraw(Corpus, ArticleCount, seed).Draw(queries)
            : BenchQuery.Read(new BenchFolder(queriesFrom).Queries, BenchQuery.Ranked));
        File.WriteAllLines(stamp, [Stamp, $"{ArticleCount}"]);
    }

    /// <summary>Removes everything that was made for another corpus.</summary>
    private void Clear()
    {
        var ours = System.IO.Path.Combine(Path, StampFile);
        // A folder that is not ours is not to be emptied.
        if (!File.Exists(ours) && Directory.EnumerateFileSystemEntries(Path).Any())
            throw new IOException($"{Path} holds something else than a benchmark's files. Name an empty or new folder.");
        foreach (var file in Directory.EnumerateFiles(Path)) File.Delete(file);
        foreach (var folder in Directory.EnumerateDirectories(Path)) Directory.Delete(folder, recursive: true);
        File.WriteAllText(ours, "");
    }

    private static string Describe(IReadOnlyList<string> paths) => string.Join('\n', ArticleSources.FindFiles(paths)
        .Select(file => new FileInfo(file)).Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
}
