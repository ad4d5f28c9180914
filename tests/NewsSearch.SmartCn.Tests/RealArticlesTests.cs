using System.IO.Compression;
using System.Text.Json;
using NewsSearch.SmartCn.Tests.Support;

namespace NewsSearch.SmartCn.Tests;

/// <summary>Real articles have the tokens that Java finds: a sample of about 2,000, spread over all files.</summary>
public sealed class RealArticlesTests
{
    private const int SampleSize = 2_000;

    [SkippableFact]
    public void A_sample_of_the_archive_has_the_tokens_that_Java_finds()
    {
        Skip.If(Fixture.ArticlesFolder is null, "the real articles are not there");
        Skip.If(JavaPeer.Missing is not null, JavaPeer.Missing);
        var texts = Sample(Fixture.ArticlesFolder!);
        var expected = JavaPeer.Run("TokenDump", texts.Select(text => Escaped.Escape(text.Text)));
        var stream = new SmartChineseAnalyzer().CreateStream("body");
        var differing = new List<string>();
        for (var i = 0; i < texts.Count; i++)
        {
            if (TokenLine.Of(stream, texts[i].Text) != expected[i]) differing.Add(texts[i].Origin);
        }

        Assert.Empty(differing);
    }

    private static List<(string Origin, string Text)> Sample(string folder)
    {
        var files = Directory.GetFiles(folder, "*.jsonl.gz");
        Assert.NotEmpty(files);
        var texts = new List<(string, string)>();
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var lines = ReadLines(file);
            var step = Math.Max(1, lines.Count * files.Length / SampleSize);
            for (var i = 0; i < lines.Count; i += step) AddTexts(texts, $"{Path.GetFileName(file)}:{i + 1}", lines[i]);
        }

        return texts;
    }

    private static List<string> ReadLines(string file)
    {
        using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line) lines.Add(line);
        return lines;
    }

    private static void AddTexts(List<(string, string)> texts, string origin, string line)
    {
        using var article = JsonDocument.Parse(line);
        foreach (var field in new[] { "title", "body" })
        {
            if (article.RootElement.TryGetProperty(field, out var text)) texts.Add(($"{origin} {field}", text.GetString()!));
        }
    }
}
