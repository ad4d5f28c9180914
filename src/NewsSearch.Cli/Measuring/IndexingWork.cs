using System.Diagnostics;
using NewsSearch.Archive;
using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Indexing.Merging;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Cli.Measuring;

/// <summary>Indexes a corpus until all is committed and no merge is due.</summary>
internal static class IndexingWork
{
    /// <summary>With the fields of the peers alone.</summary>
    public static WorkerAnswer Words(string corpusFile, string folder, int threads, int bufferMegabytes) => Measure(
        corpusFile, folder, threads, bufferMegabytes, WordsSchema.Analyzer, new MergePolicyOptions(), new Dictionary<string, string>(),
        (writer, article) => writer.Add(WordsSchema.ToDocument(article)));

    /// <summary>As the product does: words of news, pairs of characters, each article in place of an earlier one of its id.</summary>
    public static WorkerAnswer Shipped(string corpusFile, string folder, int threads, int bufferMegabytes)
    {
        var commitData = new Dictionary<string, string>();
        ArticleSchema.Stamp(commitData);
        return Measure(
            corpusFile, folder, threads, bufferMegabytes, ArticleSchema.Analyzer, ArticleIndexer.MergePolicy, commitData,
            (writer, article) => writer.Update(ArticleSchema.IdTerm(article.Id), ArticleSchema.ToDocument(article.ToArticle())));
    }

    private static WorkerAnswer Measure(
        string corpusFile, string folder, int threads, int bufferMegabytes, Analyzer analyzer, MergePolicyOptions mergePolicy, Dictionary<string, string> commitData,
        Action<IndexWriter, BenchArticle> add)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        long count;
        using (var corpus = new BenchCorpus(corpusFile))
        using (var directory = new FileSystemDirectory(folder))
        using (var writer = IndexWriter.Open(directory, analyzer, new IndexWriterOptions
        {
            BufferBytes = (long)bufferMegabytes << 20,
            MergePolicy = mergePolicy,

            // Nobody searches meanwhile, and the peers' merges have no brake either.
            MergesStandBack = false,
        }))
        {
            count = AddAll(corpus, threads, article => add(writer, article));
            writer.WaitForMerges();
            writer.Commit(commitData);
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        var bytes = Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);
        return new WorkerAnswer().Add("docs", count).AddSeconds("seconds", elapsed).AddSeconds("cpu", Environment.CpuUsage.TotalTime - cpu)
            .Add("bytes", bytes).Add("peak", ProcessFigures.PeakBytes());
    }

    private static long AddAll(BenchCorpus corpus, int threadCount, Action<BenchArticle> add)
    {
        var count = 0L;
        Parallel.For(0, threadCount, new ParallelOptions { MaxDegreeOfParallelism = threadCount }, _ =>
        {
            var added = 0L;
            foreach (var article in corpus.Rest())
            {
                add(article);
                added++;
            }

            Interlocked.Add(ref count, added);
        });
        return count;
    }
}
