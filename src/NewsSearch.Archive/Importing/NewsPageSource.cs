namespace NewsSearch.Archive.Importing;

/// <summary>The article on one news page saved as plain text, in UTF-8 or GB18030; FORMATS.md shows the form.</summary>
public sealed class NewsPageSource : IArticleSource
{
    /// <summary>Bytes that a page may have.</summary>
    public const int MaxPageLength = 4 << 20;

    private readonly string _path;
    private long _bytesRead;

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public NewsPageSource(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
        ByteLength = new FileInfo(path).Length;
    }

    /// <inheritdoc/>
    public long BytesRead => Volatile.Read(ref _bytesRead);

    /// <inheritdoc/>
    public long ByteLength { get; }

    /// <summary>The article, or why there is none: always one.</summary>
    /// <exception cref="IOException">The file can't be read (on).</exception>
    public IEnumerable<ImportedArticle> Read()
    {
        Volatile.Write(ref _bytesRead, 0);
        var page = ReadPage();
        Volatile.Write(ref _bytesRead, page.Length);
        yield return Import(page);
    }

    private byte[] ReadPage()
    {
        using var file = ArticleFile.OpenRead(_path);
        // One byte more than allowed tells a page that is too long.
        var page = new byte[Math.Min(file.Length, MaxPageLength + 1)];
        var length = file.ReadAtLeast(page, page.Length, throwOnEndOfStream: false);
        return length == page.Length ? page : page[..length];
    }

    private ImportedArticle Import(byte[] page)
    {
        if (page.Length > MaxPageLength) return Refuse(1, $"the page is longer than {MaxPageLength:N0} bytes");
        var text = PageText.Decode(page, out var line, out var problem);
        if (text is null) return Refuse(line, problem!);
        var article = NewsPageParser.Parse(text, out line, out problem);
        return article is null ? Refuse(line, problem!) : new ImportedArticle(article, null);
    }

    private ImportedArticle Refuse(long line, string reason) => new(null, new ImportRefusal(_path, line, reason));
}
