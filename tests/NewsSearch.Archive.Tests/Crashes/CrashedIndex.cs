using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Reading.Checking;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Archive.Tests.Crashes;

/// <summary>Opens what a crash left, as a user would, and compares it with what was acknowledged.</summary>
internal static class CrashedIndex
{
    /// <summary>Opens, commits and checks the index.</summary>
    /// <param name="open">Opens the directory; it is opened twice.</param>
    /// <exception cref="CrashFaultException">Something is lost, came back or is broken.</exception>
    public static void Verify(Func<IndexDirectory> open, WriteLedger ledger)
    {
        using (var indexer = ArticleIndexer.Open(open())) indexer.Commit();
        using var directory = open();
        var report = IndexChecker.Check(directory);
        var problems = report.Segments.SelectMany(segment => segment.Problems).Append(report.CommitProblem ?? "").Where(problem => problem.Length > 0).ToList();
        if (problems.Count > 0) throw new CrashFaultException(problems);
        using var reader = DirectoryReader.Open(directory);
        var found = Read(reader, ledger.Ids);
        var faults = ledger.FindFaults(found).ToList();
        if (reader.NumDocs != found.Count) faults.Add($"{reader.NumDocs} documents, but {found.Count} of known ids");
        if (faults.Count > 0) throw new CrashFaultException(faults);
    }

    private static Dictionary<string, Article> Read(DirectoryReader reader, IReadOnlyList<string> ids)
    {
        var searcher = new IndexSearcher(reader);
        var found = new Dictionary<string, Article>();
        foreach (var id in ids)
        {
            foreach (var hit in searcher.Search(new TermQuery(ArticleSchema.IdTerm(id)), new SearchOptions { Size = 2 }).ScoreDocs)
            {
                if (!found.TryAdd(id, ArticleSchema.ToArticle(reader.Document(hit.DocId)))) throw new CrashFaultException([$"{id} is there twice"]);
            }
        }

        return found;
    }
}
