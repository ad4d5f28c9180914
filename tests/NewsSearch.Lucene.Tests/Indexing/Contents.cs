using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Reading.Checking;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing;

/// <summary>Small documents of an id, a text and a group, and what a snapshot holds of them.</summary>
internal static class Contents
{
    public static Document Doc(string id, string text, string group = "g") =>
    [
        Field.Keyword("id", id, isStored: true), Field.Text("text", text, isStored: true), Field.Keyword("group", group, isStored: true),
        Field.NumericColumn("length", text.Length), Field.SortedColumn("group", group),
    ];

    /// <summary>"id|text|group" of each live document, in ordinal order.</summary>
    public static List<string> Of(DirectoryReader reader)
    {
        var found = new List<string>();
        foreach (var segment in reader.Segments)
        {
            for (var docId = 0; docId < segment.MaxDoc; docId++)
            {
                if (segment.LiveDocs is { } live && !live[docId]) continue;
                var document = segment.Document(docId);
                found.Add($"{document.Text("id")}|{document.Text("text")}|{document.Text("group")}");
            }
        }

        found.Sort(StringComparer.Ordinal);
        Assert.Equal(reader.NumDocs, found.Count);
        return found;
    }

    /// <summary>What the newest commit holds.</summary>
    public static List<string> Of(IndexDirectory directory)
    {
        using var reader = DirectoryReader.Open(directory);
        return Of(reader);
    }

    public static void AssertClean(IndexDirectory directory)
    {
        var report = IndexChecker.Check(directory);
        Assert.True(report.IsClean, report.CommitProblem + string.Join('\n', report.Segments.SelectMany(segment => segment.Problems)));
    }
}
