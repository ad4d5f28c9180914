using System.IO.Compression;
using System.Text;
using NewsSearch.Cli.Measuring;
using NewsSearch.Cli.Tests.Support;
using NewsSearch.Lucene.Tests;

namespace NewsSearch.Cli.Tests.Measuring;

/// <summary>Texts for the product: quoted pieces stand in an article and are of their class; readers' queries are read as they are.</summary>
public sealed class AskedTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Delete();

    [Fact]
    public void Quoted_pieces_stand_in_an_article_and_have_the_length_of_their_class()
    {
        var count = BenchCorpus.Write([Repository.PathOf("index-data", "sample", "articles.jsonl")], _folder.At("corpus"), most: 0);
        using var corpus = new BenchCorpus(_folder.At("corpus"));
        var articles = corpus.Rest().ToList();

        var asked = new QuotedDraw(_folder.At("corpus"), count, 5).Draw(20);

        Assert.All(QuotedDraw.Lengths, length => Assert.Equal(20, asked.Count(text => text.Kind == length.Kind)));
        Assert.All(asked, text =>
        {
            var (_, least, most) = QuotedDraw.Lengths.Single(length => length.Kind == text.Kind);
            var piece = text.Text[1..^1];
            Assert.InRange(piece.Length, least, most);
            Assert.Contains(articles, article => article.Body.Contains(piece, StringComparison.Ordinal) || article.Title.Contains(piece, StringComparison.Ordinal));
        });
        Assert.Equal(asked, new QuotedDraw(_folder.At("corpus"), count, 5).Draw(20));
        Assert.NotEqual(asked, new QuotedDraw(_folder.At("corpus"), count, 6).Draw(20));
    }

    [Fact]
    public void Texts_are_read_as_they_were_written()
    {
        AskedText[] texts = [new("hot", "大桥 通车"), new("9 to 20 characters", "\"两岸\"")];
        AskedText.Write(_folder.At("texts"), texts);

        Assert.Equal(texts, AskedText.Read(_folder.At("texts")));
    }

    [Fact]
    public void Readers_queries_may_be_compressed_and_white_space_in_them_is_a_blank()
    {
        using (var packed = new GZipStream(File.Create(_folder.At("q.jsonl.gz")), CompressionMode.Compress))
            packed.Write(Encoding.UTF8.GetBytes("{\"date\":\"2024-01-01\",\"query\":\"大桥\\t\\n通车 \"}\n{\"query\":\"高铁\"}\n"));

        Assert.Equal(["大桥 通车", "高铁"], ReadersQueries.Read(_folder.At("q.jsonl.gz")).Select(asked => asked.Text));
    }

    [Theory]
    [InlineData("{\"text\":\"大桥\"}")]
    [InlineData("[1]")]
    [InlineData("{\"query\":5}")]
    [InlineData("大桥")]
    public void A_line_that_is_no_query_is_named(string line)
    {
        File.WriteAllText(_folder.At("q.jsonl"), "{\"query\":\"高铁\"}\n" + line + "\n");

        Assert.Contains("q.jsonl, line 2", Assert.Throws<InvalidDataException>(() => ReadersQueries.Read(_folder.At("q.jsonl"))).Message);
    }

    [Fact]
    public void Figures_of_texts_say_how_many_found_nothing()
    {
        var answer = TimedTexts.Measure([new("a", "x"), new("b", "xx"), new("b", "")], text => text.Length, passes: 2, warmSeconds: 0);

        Assert.Equal(6, answer.Number("count"));
        Assert.Equal(6, answer.Number("sum"));
        Assert.Equal(2, answer.Number("none"));
        Assert.Equal(4, answer.Number("b.count"));
    }
}
