using NewsSearch.Archive.Evaluation;
using NewsSearch.Archive.Tests.Importing;

namespace NewsSearch.Archive.Tests.Evaluation;

/// <summary>Each form of a file of queries, and each thing that can be wrong with it.</summary>
public sealed class QuerySetsTests : IDisposable
{
    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Listed_articles_are_relevant_alike()
    {
        var set = QuerySets.ReadJsonLines(_files.Write("tags.v2.jsonl", """
            {"query": "渡轮", "relevant": ["a", "b", "a"]}

            {"query": "氢能 港口", "relevant": []}
            """));

        Assert.Equal(("tags", 2, 0), (set.Name, set.Queries.Count, set.Passed));
        Assert.Equal(("渡轮", "渡轮"), (set.Queries[0].Id, set.Queries[0].Text));
        Assert.Equal(new Dictionary<string, int> { ["a"] = 1, ["b"] = 1 }, set.Queries[0].Grades);
        Assert.Empty(set.Queries[1].Grades);
    }

    [Fact]
    public void A_known_item_is_asked_for_where_people_found_it_good()
    {
        var lines = Enumerable.Range(1, 5).Select(score => $$"""{"query": "摘要{{score}}", "id": "t-{{score}}", "score": {{score}}}""");
        var bytes = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines));

        var set = QuerySets.ReadJsonLines(_files.Write("summaries.jsonl.gz", TemporaryFiles.Gzip(bytes)));

        Assert.Equal(["摘要4", "摘要5"], set.Queries.Select(query => query.Text));
        Assert.Equal(new Dictionary<string, int> { ["t-5"] = 1 }, set.Queries[1].Grades);
        Assert.Equal(3, set.Passed);
    }

    [Fact]
    public void Topics_and_judgements_of_TREC_belong_together_by_number()
    {
        var topics = _files.Write("topics.tsv", "\uFEFF301\t渡轮 靠港\r\n302\t氢能\r\n303\t没有评判\n");
        var judgements = _files.Write("qrels.txt", "301 0 a 2\n301 0 b 0\n302\t0\tc\t1\n304 0 d 1\n301 0 e -1\n");

        var set = QuerySets.ReadTrec(topics, judgements);

        Assert.Equal("topics", set.Name);
        Assert.Equal([("301", "渡轮 靠港"), ("302", "氢能"), ("303", "没有评判")], set.Queries.Select(query => (query.Id, query.Text)));
        Assert.Equal(new Dictionary<string, int> { ["a"] = 2, ["b"] = 0, ["e"] = -1 }, set.Queries[0].Grades);
        Assert.Empty(set.Queries[2].Grades);
    }

    [Theory]
    [InlineData("""{"a": "x", "b": "y"}""", "pairs of articles")]
    [InlineData("""{"date": "2020-11-24", "query": "渡轮"}""", "without judgements")]
    [InlineData("""{"text": "渡轮"}""", "expected {\"query\"")]
    [InlineData("""["渡轮"]""", "not a JSON object")]
    [InlineData("渡轮", "not JSON")]
    [InlineData("""{"query": "", "relevant": ["a"]}""", "query is missing")]
    [InlineData("""{"query": "渡轮", "relevant": "a"}""", "relevant is no array of ids")]
    [InlineData("""{"query": "渡轮", "relevant": [1]}""", "relevant is no array of ids")]
    [InlineData("""{"query": "渡轮", "id": "a", "score": "5"}""", "score is no number")]
    [InlineData("""{"query": "渡轮", "id": 1, "score": 5}""", "id is missing")]
    [InlineData("", "there is no query in it")]
    public void What_is_no_set_of_queries_is_refused_with_the_reason(string line, string reason)
    {
        var path = _files.Write("bad.jsonl", line);

        var error = Assert.Throws<QuerySetException>(() => QuerySets.ReadJsonLines(path));

        Assert.Contains(line.Length > 0 ? $"{path}:1: " : path, error.Message);
        Assert.Contains(reason, error.Message);
    }

    [Fact]
    public void Two_forms_in_one_file_are_refused()
    {
        var path = _files.Write("mixed.jsonl", """
            {"query": "渡轮", "relevant": ["a"]}
            {"query": "渡轮", "id": "a", "score": 5}
            """);

        Assert.Contains($"{path}:2: ", Assert.Throws<QuerySetException>(() => QuerySets.ReadJsonLines(path)).Message);
    }

    [Theory]
    [InlineData("301 渡轮", "301 0 a 1", "topics.tsv:1: expected NUMBER TAB QUERY")]
    [InlineData("301\t渡轮\n301\t氢能", "301 0 a 1", "topics.tsv:2: topic 301 is there already")]
    [InlineData("", "301 0 a 1", "topics.tsv: there is no topic in it")]
    [InlineData("301\t渡轮", "301 0 a", "qrels.txt:1: expected NUMBER 0 ARTICLE GRADE")]
    [InlineData("301\t渡轮", "301 0 a x", "qrels.txt:1: expected NUMBER 0 ARTICLE GRADE")]
    [InlineData("301\t渡轮", "301 0 a 1\n301 0 a 2", "qrels.txt:2: article a is judged twice for topic 301")]
    public void Broken_topics_and_judgements_are_refused_with_the_line(string topics, string judgements, string message)
    {
        var paths = (_files.Write("topics.tsv", topics), _files.Write("qrels.txt", judgements));

        Assert.EndsWith(message, Assert.Throws<QuerySetException>(() => QuerySets.ReadTrec(paths.Item1, paths.Item2)).Message);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused_with_the_line()
    {
        var path = _files.Write("bad.jsonl", [.. "{\"query\":\"a\",\"relevant\":[]}\n"u8, 0xFF, (byte)'\n']);

        Assert.EndsWith("bad.jsonl:2: the line is not UTF-8", Assert.Throws<QuerySetException>(() => QuerySets.ReadJsonLines(path)).Message);
    }
}
