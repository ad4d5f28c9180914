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

    public string Corpus => Path.Combine(path, "corpus.tsv");

    public string Queries => Path.Combine(path, "queries.tsv");

    /// <summary>What was measured, a line each.</summary>
    public string Measurements => Path.Combine(path, "measurements.tsv");

    /// <summary>Articles of the corpus.</summary>
    public int ArticleCount { get; private set; }

    /// <summary>Identifies corpus and queries: figures of different ones are not to be mixed.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>A folder for an index of one side.</summary>
    public string Index(string name) => Path.Combine(path, name);

    /// <summary>A file beside the indexes.</summary>
    public string Scratch(string name) => Path.Combine(path, name);

    /// <summary>A file of texts drawn from the corpus, written unless it is there from before.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="draw">Draws them: the corpus, the seed.</param>
    public string Texts(string name, Func<string, ulong, List<AskedText>> draw)
    {
        var file = Scratch(name);
        if (!File.Exists(file)) AskedText.Write(file, draw(Corpus, _seed));
        return file;
    }

    /// <summary>Writes corpus and queries, unless they are there from before.</summary>
    public void Prepare(IReadOnlyList<string> paths, bool acceptsUntitled, int articles, int queries, ulong seed)
    {
        _seed = seed;
        Directory.CreateDirectory(path);
        var asked = $"{Describe(paths)}\n{articles} {queries} {seed}\n{(acceptsUntitled ? "untitled\n" : "")}";
        Stamp = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)))[..16];
        var stamp = Path.Combine(path, StampFile);
        if (File.Exists(stamp) && File.ReadAllLines(stamp) is [var known, var count] && known == Stamp)
        {
            ArticleCount = int.Parse(count);
            return;
        }

        Clear();
        ArticleCount = BenchCorpus.Write(paths, Corpus, articles, acceptsUntitled);
        BenchQuery.Write(Queries, new QueryDraw(Corpus, ArticleCount, seed).Draw(queries));
        File.WriteAllLines(stamp, [Stamp, $"{ArticleCount}"]);
    }

    /// <summary>Removes everything that was made for another corpus.</summary>
    private void Clear()
    {
        var ours = Path.Combine(path, StampFile);
        // A folder that is not ours is not to be emptied.
        if (!File.Exists(ours) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new IOException($"{path} holds something else than a benchmark's files. Name an empty or new folder.");
        foreach (var file in Directory.EnumerateFiles(path)) File.Delete(file);
        foreach (var folder in Directory.EnumerateDirectories(path)) Directory.Delete(folder, recursive: true);
        File.WriteAllText(ours, "");
    }

    private static string Describe(IReadOnlyList<string> paths) => string.Join('\n', ArticleSources.FindFiles(paths)
        .Select(file => new FileInfo(file)).Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
}
