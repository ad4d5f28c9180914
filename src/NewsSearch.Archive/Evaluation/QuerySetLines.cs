using System.Text;
using NewsSearch.Archive.Importing;

namespace NewsSearch.Archive.Evaluation;

/// <summary>The lines of a file of queries or judgements: UTF-8, with or without gzip, blank lines left out.</summary>
internal static class QuerySetLines
{
    private const int MaxLineLength = 16 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Every line that is not blank, with its number from 1.</summary>
    /// <exception cref="QuerySetException">The file is damaged, not UTF-8, or has an endless line.</exception>
    public static IEnumerable<(long Number, string Text)> Read(string path)
    {
        using var file = ArticleFile.OpenRead(path);
        using var gzip = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GzipReader(file) : null;
        using var lines = new LineReader(gzip is null ? file.Read : gzip.Read, MaxLineLength);
        while (lines.Read())
        {
            if (lines.IsTooLong) throw new QuerySetException(path, lines.Number, $"the line is longer than {MaxLineLength:N0} bytes");
            var text = Decode(path, lines);
            if (!string.IsNullOrWhiteSpace(text)) yield return (lines.Number, text);
        }

        if (lines.Damage is { } damage) throw new QuerySetException(path, lines.Number, damage);
    }

    private static string Decode(string path, LineReader lines)
    {
        try
        {
            return Strict.GetString(lines.Line.Span).TrimEnd('\r').TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new QuerySetException(path, lines.Number, "the line is not UTF-8");
        }
    }
}
