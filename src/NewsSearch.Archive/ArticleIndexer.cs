using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Archive;

/// <summary>
/// Puts articles into an index on disk. Nothing is visible or durable before <see cref="Commit"/>; disposing without it
/// leaves the index as it was.
/// </summary>
public sealed class ArticleIndexer : IDisposable
{
    private readonly FileSystemDirectory _directory;
    private readonly IndexWriter _writer;

    private ArticleIndexer(FileSystemDirectory directory, IndexWriter writer)
    {
        _directory = directory;
        _writer = writer;
    }

    /// <summary>Articles added since this indexer was opened.</summary>
    public int Added { get; private set; }

    /// <summary>Opens the index in the folder, or begins one there.</summary>
    /// <exception cref="LockHeldException">Another indexer has it open.</exception>
    /// <exception cref="CorruptIndexException">The index there is broken.</exception>
    public static ArticleIndexer Open(string directory)
    {
        var files = new FileSystemDirectory(directory);
        return new ArticleIndexer(files, IndexWriter.Open(files, ArticleSchema.Analyzer));
    }

    /// <summary>Adds the article in place of one with the same id, if there is one.</summary>
    /// <exception cref="ArgumentException">The article can't be indexed; the message says why. Others are not affected.</exception>
    public void Add(Article article)
    {
        _writer.Update(ArticleSchema.IdTerm(article.Id), ArticleSchema.ToDocument(article));
        Added++;
    }

    /// <summary>Returns when everything added so far is on disk for good and visible to searchers that open from now on.</summary>
    public void Commit() => _writer.Commit();

    public void Dispose()
    {
        _writer.Dispose();
        _directory.Dispose();
    }
}
