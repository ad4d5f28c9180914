using System.Text;
using NewsSearch.Archive.Importing;

namespace NewsSearch.Archive.Tests.Importing;

/// <summary>Damaged input gives refusals, never an exception, and each line is answered for exactly once. Seeds are fixed.</summary>
public sealed class ImportFuzzTests : IDisposable
{
    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Flipped_bytes_in_JSON_Lines_are_refused_line_by_line()
    {
        var whole = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40).Select(i => Some.Line(i) + "\n")));
        var random = new Random(1);
        for (var round = 0; round < 400; round++)
        {
            var bytes = Damage(whole, random, flips: random.Next(1, 60));
            var lines = FilledLines(bytes);
            var imported = _files.Import("a.jsonl", bytes);
            Assert.True(lines.Count == imported.Count, $"round {round}: {lines.Count} lines gave {imported.Count} results");
            for (var i = 0; i < lines.Count; i++) AssertAnswers(imported[i], lines[i], round);
        }
    }

    [Fact]
    public void Flipped_bytes_in_gzip_are_always_noticed()
    {
        var whole = TemporaryFiles.Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40).Select(i => Some.Line(i) + "\n"))));
        var random = new Random(2);
        for (var round = 0; round < 400; round++)
        {
            var bytes = Damage(whole, random, flips: random.Next(1, 4), from: 10);
            // Two flips may undo each other.
            if (bytes.AsSpan().SequenceEqual(whole)) continue;
            var imported = _files.Import("a.jsonl.gz", bytes);
            Assert.Contains("gzip data", imported[^1].Refusal?.Reason);
            Assert.All(imported, result => Assert.True(result.Article is null != result.Refusal is null));
        }
    }

    [Fact]
    public void Flipped_bytes_in_a_page_give_an_article_or_one_refusal()
    {
        var page = File.ReadAllText(ReferenceFormTests.FilePath);
        byte[][] encodings = [Encoding.UTF8.GetBytes(page), PageBytes.Gb18030(page)];
        var random = new Random(3);
        for (var round = 0; round < 800; round++)
        {
            var bytes = Damage(encodings[round % 2], random, flips: 1 << random.Next(10));
            var lineCount = Encoding.Latin1.GetString(bytes).Split(["\r\n", "\n", "\r"], StringSplitOptions.None).Length;
            var imported = Assert.Single(_files.Import("a.txt", bytes));
            Assert.True(imported.Article is null != imported.Refusal is null, $"round {round}");
            if (imported.Refusal is not null) Assert.InRange(imported.Refusal.Line, 1, lineCount);
        }
    }

    [Fact]
    public void Noise_is_refused()
    {
        var random = new Random(4);
        for (var round = 0; round < 150; round++)
        {
            var bytes = new byte[random.Next(4000)];
            random.NextBytes(bytes);
            Assert.Equal(FilledLines(bytes).Select(line => (long)line.Number), _files.Import("a.jsonl", bytes).Select(i => i.Refusal!.Line));
            Assert.NotNull(Assert.Single(_files.Import("a.txt", bytes)).Refusal);
            Assert.NotNull(Assert.Single(_files.Import("a.jsonl.gz", bytes)).Refusal);
        }
    }

    private static void AssertAnswers(ImportedArticle imported, (int Number, byte[] Bytes) line, int round)
    {
        var article = JsonArticleParser.Parse(line.Bytes, out var problem);
        Assert.True(imported.Article?.Id == article?.Id, $"round {round}, line {line.Number}");
        if (problem is null) Assert.Null(imported.Refusal);
        else Assert.Equal((line.Number, problem), (imported.Refusal!.Line, imported.Refusal.Reason));
    }

    private static byte[] Damage(byte[] whole, Random random, int flips, int from = 0)
    {
        var bytes = (byte[])whole.Clone();
        for (var i = 0; i < flips; i++) bytes[random.Next(from, bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    private static List<(int Number, byte[] Bytes)> FilledLines(byte[] bytes)
    {
        var lines = new List<(int, byte[])>();
        var (start, number) = (0, 0);
        while (start < bytes.Length)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', start);
            if (end < 0) end = bytes.Length;
            number++;
            if (bytes[start..end].Any(b => b is not ((byte)' ' or (byte)'\t' or (byte)'\r'))) lines.Add((number, bytes[start..end]));
            start = end + 1;
        }

        return lines;
    }
}
