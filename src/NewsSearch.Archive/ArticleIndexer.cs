using System.Globalization;
using NewsSearch.Archive.Journaling;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Indexing.Merging;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Archive;

/// <summary>
/// Puts articles into an index on disk and removes them. <see cref="AddAsync"/> and <see cref="DeleteAsync"/> acknowledge a
/// write when it would survive a crash and a power loss: it stands in the journal beside the index, and whoever opens the
/// index next applies it again. <see cref="Add"/> is for many articles at once and acknowledges nothing before <see cref="Commit"/>.
/// Searchers that open see what was committed.
/// </summary>
/// <remarks>
/// Thread-safe. Writes to one article take effect in the order of the calls. After a failure of the disk the indexer takes
/// no further writes: dispose it, mend the cause and open another; what was acknowledged is safe.
/// </remarks>
public sealed class ArticleIndexer : IDisposable
{
    /// <summary>
    /// Half as many segments as Lucene keeps by default: an archive is searched far more often than written, and a reader's question looks dozens of terms up in
    /// each segment.
    /// </summary>
    public static MergePolicyOptions MergePolicy { get; } = new() { SegmentsPerTier = 5, MaxMergeAtOnce = 5 };

    private const int LockCount = 64;

    /// <summary>Shared by writes, exclusive for a commit: its number must stand for exactly the writes it holds.</summary>
    private readonly ReaderWriterLockSlim _commitGate = new();

    /// <summary>One for the ids of one hash: index and journal must see the writes to an article in the same order.</summary>
    private readonly Lock[] _idLocks = [.. Enumerable.Range(0, LockCount).Select(_ => new Lock())];

    private readonly IndexDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly Journal _journal;
    private readonly Dictionary<string, string> _commitData;
    private long _committed;

    /// <summary>Whether the newest commit says which schema it has; a new index has no commit, that of another writer may say nothing.</summary>
    private bool _isStamped;

    private int _added;
    private bool _isDisposed;

    private ArticleIndexer(IndexDirectory directory, IndexWriter writer, Journal journal, Dictionary<string, string> commitData, long committed)
    {
        _directory = directory;
        _writer = writer;
        _journal = journal;
        _commitData = commitData;
        _committed = committed;
        _isStamped = !ArticleSchema.Stamp(commitData);
    }

    /// <summary>Articles added since this indexer was opened, without those of the journal.</summary>
    public int Added => Volatile.Read(ref _added);

    /// <summary>What opening took from the journal.</summary>
    public JournalRecovery Recovery => _journal.Recovery;

    /// <summary>Groups of writes that the journal has synced.</summary>
    internal long SyncCount => _journal.GroupCount;

    /// <summary>Opens the index in the folder, or begins one there, and applies acknowledged writes that its last commit doesn't hold.</summary>
    /// <exception cref="LockHeldException">Another indexer has it open.</exception>
    /// <exception cref="CorruptIndexException">The index or the journal there is broken.</exception>
    /// <exception cref="ArticleSchemaException">The index holds articles in another form.</exception>
    public static ArticleIndexer Open(string directory) => Open(new FileSystemDirectory(directory));

    /// <summary>Opens an index as <see cref="Open(string)"/> does; the directory is disposed with the indexer.</summary>
    internal static ArticleIndexer Open(IndexDirectory directory)
    {
        var writer = IndexWriter.Open(directory, ArticleSchema.Analyzer, new IndexWriterOptions { MergePolicy = MergePolicy });
        try
        {
            var commitData = ReadCommitData(directory);
            var committed = JournalFormat.CommittedSequence(directory.Name, commitData);
            return new ArticleIndexer(directory, writer, Journal.Open(directory, committed, record => Replay(writer, record)), commitData, committed);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Adds the article in place of one with the same id, if there is one. Nothing is durable before <see cref="Commit"/>; disposing
    /// without it drops the article. This spares the journal where articles come by the thousand and can be given again.
    /// </summary>
    /// <exception cref="ArgumentException">The article can't be indexed; the message says why. Others are not affected.</exception>
    public void Add(Article article)
    {
        var document = ArticleSchema.ToDocument(article);
        Write(article.Id, () =>
        {
            _writer.Update(ArticleSchema.IdTerm(article.Id), document);
            return Task.CompletedTask;
        });
        Interlocked.Increment(ref _added);
    }

    /// <summary>Adds the article in place of one with the same id; completes when this would survive a power loss.</summary>
    /// <remarks>Writes that wait at the same time share one sync of the disk: don't await each before starting the next.</remarks>
    /// <exception cref="ArgumentException">The article can't be indexed; the message says why. Others are not affected.</exception>
    /// <exception cref="IOException">The disk failed: the write may or may not be there after the next opening.</exception>
    public async Task AddAsync(Article article)
    {
        var document = ArticleSchema.ToDocument(article);
        var record = JournalRecord.Put(article).Encode();
        await Write(article.Id, () =>
        {
            // First the index, because it may refuse the article; the journal holds only what can be applied again.
            _writer.Update(ArticleSchema.IdTerm(article.Id), document);
            return _journal.Append(record);
        }).ConfigureAwait(false);
        Interlocked.Increment(ref _added);
    }

    /// <summary>Deletes the article of the id, if there is one; completes when this would survive a power loss.</summary>
    /// <exception cref="IOException">The disk failed: the deletion may or may not hold after the next opening.</exception>
    public async Task DeleteAsync(string id)
    {
        var record = JournalRecord.Delete(id).Encode();
        await Write(id, () =>
        {
            _writer.Delete(ArticleSchema.IdTerm(id));
            return _journal.Append(record);
        }).ConfigureAwait(false);
    }

    /// <summary>
    /// Returns when every write so far is in the index on disk for good and visible to searchers that open from now on;
    /// the journal begins anew. Writes wait meanwhile, searches don't.
    /// </summary>
    public void Commit()
    {
        _commitGate.EnterWriteLock();
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            // The index may hold a write that the journal failed to take; then nothing may be committed.
            _journal.Drain();
            var sequence = _journal.LastSequence;
            _commitData[JournalFormat.CommitKey] = sequence.ToString(CultureInfo.InvariantCulture);
            _writer.Commit(sequence == _committed && _isStamped ? null : _commitData);
            _committed = sequence;
            _isStamped = true;
            _journal.Trim();
        }
        finally
        {
            _commitGate.ExitWriteLock();
        }
    }

    /// <summary>Lets go of the index. Acknowledged writes that were not committed stay in the journal, others are dropped.</summary>
    public void Dispose()
    {
        _commitGate.EnterWriteLock();
        try
        {
            if (_isDisposed) return;
            _isDisposed = true;
            _journal.Dispose();
            _writer.Dispose();
            _directory.Dispose();
        }
        finally
        {
            _commitGate.ExitWriteLock();
        }
    }

    private static Dictionary<string, string> ReadCommitData(IndexDirectory directory)
    {
        try
        {
            using var reader = DirectoryReader.Open(directory);
            ArticleSchema.CheckVersion(reader, directory.Name);
            return new Dictionary<string, string>(reader.UserData);
        }
        catch (IndexNotFoundException)
        {
            return [];
        }
    }

    private static void Replay(IndexWriter writer, JournalRecord record)
    {
        var term = ArticleSchema.IdTerm(record.Id);
        if (record.Article is { } article) writer.Update(term, ArticleSchema.ToDocument(article));
        else writer.Delete(term);
    }

    private Task Write(string id, Func<Task> write)
    {
        _commitGate.EnterReadLock();
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            lock (_idLocks[(uint)id.GetHashCode() % LockCount]) return write();
        }
        finally
        {
            _commitGate.ExitReadLock();
        }
    }
}
