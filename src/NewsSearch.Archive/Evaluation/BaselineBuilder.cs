using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Archive.Evaluation;

/// <summary>
/// Keeps a <see cref="Baseline"/> of an index in a folder of its own, built from the articles as the index has them stored, and builds it anew when
/// the index has changed.
/// </summary>
/// <param name="index">Folder of the index; nothing in it is changed.</param>
/// <param name="folder">Folder of the baseline.</param>
public sealed class BaselineBuilder(string index, string folder)
{
    internal const string Id = "id";
    internal const string Title = "title";
    internal const string Body = "body";
    internal const string Source = "source";

    /// <summary>In the baseline's user data: what index it was built from, and how.</summary>
    private const string OriginKey = "newssearch.baseline.of";

    /// <summary>
    /// Changes when the baseline is built in another way.
    /// 1: words of SmartChineseAnalyzer, stemmed.
    /// </summary>
    private const int Version = 1;

    private static readonly IReadOnlySet<string> Wanted = new HashSet<string> { ArticleSchema.Id, ArticleSchema.Title, ArticleSchema.Body, ArticleSchema.Source };

    /// <summary>The baseline as it is if it was built from the index as it is, otherwise built now.</summary>
    /// <param name="progress">Told the number of articles done and of all, at the beginning and every few hundred.</param>
    /// <param name="cancellationToken">Ends the building; the baseline is then as it was before.</param>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="IOException">The folder holds something else than a baseline, or the index is being written.</exception>
    public Baseline OpenOrBuild(Action<int, int> progress, CancellationToken cancellationToken)
    {
        CheckFolder();
        using var articles = new FileSystemDirectory(index);
        using var reader = DirectoryReader.Open(articles);
        var origin = $"{Version}:{IndexFingerprint.Of(index)}";
        if (OriginOf(folder) != origin)
        {
            Build(reader, origin, progress, cancellationToken);
            if ($"{Version}:{IndexFingerprint.Of(index)}" != origin)
                throw new IOException($"The index {index} was written to meanwhile. Try again when that is over.");
        }

        return Baseline.Open(folder);
    }

    private void CheckFolder()
    {
        var (inner, outer) = (Path.GetFullPath(folder) + Path.DirectorySeparatorChar, Path.TrimEndingDirectorySeparator(Path.GetFullPath(index)) + Path.DirectorySeparatorChar);
        if (inner.StartsWith(outer, StringComparison.Ordinal)) throw new IOException($"The baseline can't lie in the index itself: choose another folder than {folder}.");
    }

    /// <summary>What the baseline in a folder was built from; null if there is none.</summary>
    private static string? OriginOf(string folder)
    {
        using var files = new FileSystemDirectory(folder);
        if (!files.Exists) return null;
        try
        {
            using var reader = DirectoryReader.Open(files);
            return reader.UserData.TryGetValue(OriginKey, out var origin)
                ? origin
                : throw new IOException($"{folder} holds an index that is no baseline, and will not be overwritten. Choose another folder.");
        }
        catch (IndexNotFoundException)
        {
            return null;
        }
    }

    private void Build(DirectoryReader reader, string origin, Action<int, int> progress, CancellationToken cancellationToken)
    {
        using var files = new FileSystemDirectory(folder);
        // No merges in the background: the order of articles, which decides between equal scores, must not depend on the moment.
        using var writer = IndexWriter.Open(files, Baseline.Analyzer, new IndexWriterOptions { MergesInBackground = false });
        writer.DeleteAll();
        var searcher = new IndexSearcher(reader);
        var all = searcher.Search(new MatchAllDocsQuery(), Math.Max(1, reader.NumDocs), cancellationToken).ScoreDocs;
        for (var i = 0; i < all.Count; i++)
        {
            const int step = 500;
            cancellationToken.ThrowIfCancellationRequested();
            if (i % step == 0) progress(i, all.Count);
            writer.Add(ToDocument(ArticleSchema.ToArticle(searcher.Document(all[i].DocId, Wanted))));
        }

        writer.Commit(new Dictionary<string, string> { [OriginKey] = origin });
        progress(all.Count, all.Count);
    }

    private static Document ToDocument(Article article)
    {
        var document = new Document();
        document.Add(Field.Keyword(Id, article.Id, isStored: true));
        document.Add(Field.Text(Title, article.Title));
        document.Add(Field.Text(Body, article.Body));
        if (article.Source is { } source) document.Add(Field.Keyword(Source, source, isStored: true));
        return document;
    }
}
