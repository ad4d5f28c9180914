using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Indexing.Merging;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing;

/// <summary>
/// Random sequences of all that a writer can do, with merges running behind, against lists of documents: what a snapshot
/// shows, what a commit holds, and that no snapshot ever changes.
/// </summary>
public sealed class RandomOperationsTests
{
    private const int Seed = 20261122;
    private const int Batches = 8;
    private const int SequencesPerBatch = 40;

    public static TheoryData<int> EachBatch => [.. Enumerable.Range(0, Batches)];

    [Theory]
    [MemberData(nameof(EachBatch))]
    public void A_writer_does_what_lists_of_documents_do(int batch)
    {
        for (var number = 0; number < SequencesPerBatch; number++)
        {
            var seed = Seed + batch * SequencesPerBatch + number;
            try
            {
                using var run = new RandomRun(new Random(seed));
                run.Go();
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Sequence of seed {seed}: {error.Message}", error);
            }
        }
    }

    private sealed class RandomRun : IDisposable
    {
        private readonly Random _random;
        private readonly MemoryDirectory _directory = new();
        private readonly IndexWriterOptions _options;
        private readonly List<(DirectoryReader Reader, List<string> Content)> _snapshots = [];
        private IndexWriter _writer;
        private List<string> _now = [];
        private List<string> _committed = [];
        private List<string>? _prepared;
        private bool _isCommitted;
        private int _made;

        public RandomRun(Random random)
        {
            _random = random;
            _options = new IndexWriterOptions
            {
                BufferBytes = random.Next(3) == 0 ? 1 : 1 << 20,
                MaxMergeThreads = 1 + random.Next(2),
                MergesInBackground = random.Next(4) > 0,
                MergePolicy = new MergePolicyOptions { SegmentsPerTier = 2 + random.Next(3), MaxMergeAtOnce = 2 + random.Next(2), FloorSegmentBytes = 1 + random.Next(3000) },
            };
            _writer = Open();
        }

        public void Go()
        {
            for (var count = 10 + _random.Next(50); count > 0; count--) Step();
            _writer.Commit();
            Assert.Equal(Sorted(_now), Contents.Of(_directory));
            Contents.AssertClean(_directory);
            foreach (var (reader, content) in _snapshots) Assert.Equal(content, Contents.Of(reader));
            CloseSnapshots();
            AssertNoFileIsLeftOver();
        }

        public void Dispose()
        {
            CloseSnapshots();
            _writer.Dispose();
            _directory.Dispose();
        }

        private void Step()
        {
            switch (_random.Next(24))
            {
                case < 6: Add(); break;
                case < 11: Update(); break;
                case < 13: Delete("id", "d" + _random.Next(12)); break;
                case 13: Delete("group", "g" + _random.Next(4)); break;
                case 14 when _random.Next(3) == 0: DeleteAll(); break;
                case < 17: Commit(); break;
                case 17: Prepare(); break;
                case 18: Rollback(); break;
                case 19: Reopen(); break;
                case < 22: OpenSnapshot(); break;
                case 22: _writer.ForceMerge(1 + _random.Next(3), wait: _random.Next(2) == 0); break;
                default: CheckSnapshots(); break;
            }
        }

        private void Add()
        {
            var (id, text, group) = Next();
            _writer.Add(Contents.Doc(id, text, group));
            _now.Add($"{id}|{text}|{group}");
        }

        private void Update()
        {
            var (id, text, group) = Next();
            _writer.Update(new Term("id", id), Contents.Doc(id, text, group));
            _now.RemoveAll(content => content.Split('|')[0] == id);
            _now.Add($"{id}|{text}|{group}");
        }

        private void Delete(string field, string value)
        {
            _writer.Delete(new Term(field, value));
            _now.RemoveAll(content => content.Split('|')[field == "id" ? 0 : 2] == value);
        }

        private void DeleteAll()
        {
            _writer.DeleteAll();
            _now.Clear();
        }

        private void Commit()
        {
            _writer.Commit();
            _committed = [.. _now];
            _prepared = null;
            _isCommitted = true;
            Assert.Equal(Sorted(_committed), Contents.Of(_directory));
        }

        private void Prepare()
        {
            _writer.PrepareCommit();
            if (!_writer.HasPreparedCommit)
            {
                Assert.Equal(Sorted(_committed), Sorted(_now));
                return;
            }

            _prepared ??= [.. _now];
            if (_random.Next(2) == 0) return;
            _writer.FinishCommit();
            _committed = _prepared;
            _prepared = null;
            _isCommitted = true;
            Assert.Equal(Sorted(_committed), Contents.Of(_directory));
        }

        private void Rollback()
        {
            _writer.Rollback();
            _now = [.. _committed];
            _prepared = null;
        }

        private void Reopen()
        {
            _writer.Dispose();
            if (_isCommitted) Assert.Equal(Sorted(_committed), Contents.Of(_directory));
            _writer = Open();
            _now = [.. _committed];
            _prepared = null;
            // They belong to the writer that was closed; they still answer, but are not refreshed.
            foreach (var (reader, content) in _snapshots) Assert.Equal(content, Contents.Of(reader));
            CloseSnapshots();
        }

        private void OpenSnapshot()
        {
            var reader = _snapshots.Count > 0 && _random.Next(2) == 0 ? DirectoryReader.OpenIfChanged(_snapshots[_random.Next(_snapshots.Count)].Reader) : _writer.OpenReader();
            if (reader is null) return;
            Assert.Equal(Sorted(_now), Contents.Of(reader));
            _snapshots.Add((reader, Sorted(_now)));
        }

        private void CheckSnapshots()
        {
            foreach (var (reader, content) in _snapshots) Assert.Equal(content, Contents.Of(reader));
            if (_snapshots.Count == 0) return;
            _snapshots[0].Reader.Dispose();
            _snapshots.RemoveAt(0);
        }

        private void CloseSnapshots()
        {
            foreach (var (reader, _) in _snapshots) reader.Dispose();
            _snapshots.Clear();
        }

        private void AssertNoFileIsLeftOver()
        {
            _writer.WaitForMerges();
            _writer.Commit();
            _writer.Dispose();
            var files = _directory.ListAll();
            Open().Dispose();
            Assert.Equal(_directory.ListAll(), files);
        }

        private (string Id, string Text, string Group) Next() => ("d" + _random.Next(12), $"大桥 {++_made}", "g" + _random.Next(4));

        private IndexWriter Open() => IndexWriter.Open(_directory, new WhitespaceAnalyzer(), _options);

        private static List<string> Sorted(List<string> content) => [.. content.Order(StringComparer.Ordinal)];
    }
}
