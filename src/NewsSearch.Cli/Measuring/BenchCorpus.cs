using System.Text;
using NewsSearch.Archive.Importing;

namespace NewsSearch.Cli.Measuring;

/// <summary>The articles of a benchmark, one a line of a file that both sides read. Thread-safe: each call takes the next article.</summary>
internal sealed class BenchCorpus(string file) : IDisposable
{
    private readonly StreamReader _lines = new(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);

    /// <summary>Writes the articles of files and folders to a corpus, of each id the first.</summary>
    /// <param name="paths">As <c>newssearch index</c> takes them.</param>
    /// <param name="file">The corpus.</param>
    /// <param name="most">If there are more articles, so many of them, evenly chosen; 0 for all.</param>
    /// <param name="acceptsUntitled">Whether articles without a title are taken.</param>
    /// <returns>How many were written.</returns>
    public static int Write(IReadOnlyList<string> paths, string file, int most, bool acceptsUntitled = false)
    {
        var total = most > 0 ? Articles(paths, acceptsUntitled).Count() : 0;
        var (number, written) = (0L, 0);
        using var lines = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16);
        lines.NewLine = "\n";
        foreach (var article in Articles(paths, acceptsUntitled))
        {
            // Article n is taken where n * most / total steps up.
            if (most > 0 && most < total && (number + 1) * most / total == number++ * most / total) continue;
            lines.WriteLine(article.ToLine());
            written++;
        }

        if (written == 0) throw new InvalidDataException($"No articles in {string.Join(", ", paths)}.");
        return written;
    }

    /// <summary>The next article, or null after the last.</summary>
    public BenchArticle? Next()
    {
        string? line;
        lock (_lines) line = _lines.ReadLine();
        return line is null ? null : BenchArticle.Parse(line);
    }

    /// <summary>All articles that are left.</summary>
    public IEnumerable<BenchArticle> Rest()
    {
        while (Next() is { } article) yield return article;
    }

    public void Dispose() => _lines.Dispose();

    private static IEnumerable<BenchArticle> Articles(IReadOnlyList<string> paths, bool acceptsUntitled)
    {
        var ids = new HashSet<string>();
        foreach (var path in ArticleSources.FindFiles(paths))
        {
            foreach (var imported in ArticleSources.Open(path, acceptsUntitled).Read())
                if (imported.Article is { } article && ids.Add(article.Id)) yield return BenchArticle.Of(article);
        }
    }
}
