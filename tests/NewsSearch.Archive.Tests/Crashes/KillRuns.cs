using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests;
using NewsSearch.Lucene.Tests.Peers;

namespace NewsSearch.Archive.Tests.Crashes;

/// <summary>
/// Kills writers of an index again and again. Each finds what the one before left, uncommitted journal included; a copy of
/// it is opened and checked after each death. A fresh index is begun every so often.
/// </summary>
internal sealed class KillRuns(int seed) : IDisposable
{
    private const int KillsPerIndex = 8;

    private readonly Random _random = new(seed);
    private TemporaryFolder _folder = new();
    private WriteLedger _ledger = new();
    private int _kills;

    /// <summary>Writes acknowledged in all runs.</summary>
    public int AcknowledgedCount { get; private set; }

    /// <summary>Runs in which the copy had writes to replay.</summary>
    public int ReplayCount { get; private set; }

    /// <summary>Runs in which the journal ended in a torn group.</summary>
    public int TornCount { get; private set; }

    /// <summary>Starts, kills and checks once.</summary>
    /// <param name="isJudged">Whether Java's CheckIndex is asked too.</param>
    /// <exception cref="CrashFaultException">An acknowledged write is lost, or more is wrong.</exception>
    public void RunOnce(bool isJudged)
    {
        if (_kills++ % KillsPerIndex == 0) BeginAnew();
        var before = _ledger.AcknowledgedCount;
        KilledChild.RunAndKill(_folder.FullName, _ledger, _kills * 1_000_000L, _random);
        AcknowledgedCount += _ledger.AcknowledgedCount - before;
        using var copy = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(_folder.FullName)) File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
        using (var indexer = ArticleIndexer.Open(copy.FullName))
        {
            if (indexer.Recovery.WriteCount > 0) ReplayCount++;
            if (indexer.Recovery.TornBytes > 0) TornCount++;
        }

        CrashedIndex.Verify(() => new FileSystemDirectory(copy.FullName), _ledger);
        if (!isJudged) return;
        var report = JavaLucene.CheckIndex(copy.FullName);
        if (!report.IsClean) throw new CrashFaultException([report.Output]);
    }

    public void Dispose() => _folder.Dispose();

    private void BeginAnew()
    {
        _folder.Dispose();
        _folder = new TemporaryFolder();
        _ledger = new WriteLedger();
    }
}
