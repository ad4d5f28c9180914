using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsSearch.Archive;

namespace NewsSearch.Benchmarks.Corpus;

/// <summary>Writes articles as JSON Lines in the form that <c>newssearch index</c> reads; compressed if the name ends in .gz.</summary>
internal sealed class ArticleLines : IDisposable
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;

    public ArticleLines(string path)
    {
        _output = File.Create(path);
        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) _output = new GZipStream(_output, CompressionLevel.Fastest);
        _output = new BufferedStream(_output, 1 << 16);
        _json = new Utf8JsonWriter(_output, Relaxed);
    }

    public void Write(Article article)
    {
        _json.WriteStartObject();
        _json.WriteString("id", article.Id);
        _json.WriteString("title", article.Title);
        _json.WriteString("body", article.Body);
        if (article.Source is { } source) _json.WriteString("source", source);
        if (!article.Channel.IsNone) _json.WriteString("channel", article.Channel.Text);
        if (article.PublishedAt is { } time) _json.WriteString("publishedAt", time);
        _json.WriteEndObject();
        _json.Flush();
        _output.WriteByte((byte)'\n');
        _json.Reset(_output);
    }

    public void Dispose()
    {
        _json.Dispose();
        _output.Dispose();
    }
}
