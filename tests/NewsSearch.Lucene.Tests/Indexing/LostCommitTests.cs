using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing;

/// <summary>A writer removes files that no commit lists; where the commit itself was lost that would be all of them.</summary>
public sealed class LostCommitTests
{
    [Fact]
    public void An_index_that_lost_its_commit_is_refused_and_keeps_its_files()
    {
        using var directory = new MemoryDirectory();
        using (var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer()))
        {
            writer.Add(new Document { Field.Text("body", "大桥 通车", isStored: true) });
            writer.Commit();
        }

        directory.DeleteFile("segments_1");
        var before = directory.ListAll();

        var error = Assert.Throws<CorruptIndexException>(() => IndexWriter.Open(directory, new WhitespaceAnalyzer()));
        Assert.Contains("segments_1", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, directory.ListAll());
    }
}
