using System.Text.Json;

namespace NewsSearch.Lucene.Tests.Fixtures;

public sealed class LuceneNetFixtureTests
{
    [Fact]
    public void There_are_a_plain_a_compound_and_a_merged_index()
    {
        Assert.Equal(["compound", "one-segment", "plain"], LuceneNetFixture.Names.Cast<object[]>().Select(row => row[0]));
    }

    [Theory]
    [MemberData(nameof(LuceneNetFixture.Names), MemberType = typeof(LuceneNetFixture))]
    public void The_expectations_are_read_whole(string name)
    {
        var expected = LuceneNetFixture.Open(name).Expected;

        Assert.Equal("BM25Similarity()", expected.Similarity);
        Assert.Equal(3692, expected.NumDocs);
        Assert.Equal(name == "one-segment" ? 1 : 5, expected.Segments);
        Assert.Equal(61, expected.Terms.Count);
        Assert.Equal(16, expected.Queries.Count);
        Assert.All(expected.Queries.Values, top => Assert.Equal(20, top.Hits.Count));
        Assert.Equal(["d1", "d2", "d1999", "d3998"], expected.Sample.Select(document => document.Id));
        Assert.All(expected.Sample, document => Assert.True(document.Day > 0 && document.Views > 0 && document.Body.Length > 0));
    }

    [Fact]
    public void Expectations_with_a_member_unknown_to_us_are_refused()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.FullName, "odd.expected.json");
        File.WriteAllText(path, """{ "writtenBy": "a test", "unknown": 1 }""");

        Assert.Throws<JsonException>(() => ExpectedIndex.Read(path));
    }
}
