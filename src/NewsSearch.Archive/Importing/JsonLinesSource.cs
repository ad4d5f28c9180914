namespace NewsSearch.Archive.Importing;

/// <summary>
/// Articles from JSON Lines, one object a line, UTF-8, plain or (name ends in .gz) gzip; FORMATS.md names the fields.
/// A line that is no article is refused and the reading goes on with the next; blank lines count as lines but are passed over.
/// </summary>
public sealed class JsonLinesSource : IArticleSource
{
    /// <summary>Bytes that a line may have; a longer one is refused without being kept.</summary>
    public const int MaxLineLength = 16 << 20;

    private readonly string _path;
    private readonly bool _acceptsUntitled;
    private readonly bool _isGzip;
    private long _bytesRead;

    /// <param name="path">The file.</param>
    /// <param name="acceptsUntitled">Whether an article may lack a title; its title is then empty.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public JsonLinesSource(string path, bool acceptsUntitled = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
        _acceptsUntitled = acceptsUntitled;
        _isGzip = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        ByteLength = new FileInfo(path).Length;
    }

    /// <inheritdoc/>
    public long BytesRead => Volatile.Read(ref _bytesRead);

    /// <inheritdoc/>
    public long ByteLength { get; }

    /// <inheritdoc/>
    public IEnumerable<ImportedArticle> Read()
    {
        Volatile.Write(ref _bytesRead, 0);
        using var file = ArticleFile.OpenRead(_path);
        using var gzip = _isGzip ? new GzipReader(file) : null;
        using var lines = new LineReader(gzip is null ? file.Read : gzip.Read, MaxLineLength);
        while (lines.Read())
        {
            Volatile.Write(ref _bytesRead, file.Position);
            var result = Import(lines);
            // Half a line before damage is no error of its own.
            var isCutOff = lines.Damage is not null && result?.Refusal is not null;
            if (result is not null && !isCutOff) yield return result.Value;
        }

        Volatile.Write(ref _bytesRead, file.Position);
        if (lines.Damage is not null) yield return Refuse(lines.Number, lines.Damage + "; nothing after this line could be read");
    }

    private ImportedArticle? Import(LineReader lines)
    {
        if (lines.IsTooLong) return Refuse(lines.Number, $"the line is longer than {MaxLineLength:N0} bytes");
        var line = lines.Line;
        if (lines.Number == 1 && line.Span.StartsWith("\uFEFF"u8)) line = line[3..];
        if (line.Span.Trim(" \t\r"u8).IsEmpty) return null;
        var article = JsonArticleParser.Parse(line, out var problem, _acceptsUntitled);
        return article is null ? Refuse(lines.Number, problem!) : new ImportedArticle(article, null);
    }

    private ImportedArticle Refuse(long line, string reason) => new(null, new ImportRefusal(_path, line, reason));
}
