using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsSearch.Archive.Importing;

/// <summary>Reads an article from a news page as plain text: breadcrumb, title, time, source, body, related reading, disclaimer.</summary>
/// <remarks>
/// Title, time and body must be there; breadcrumb, source and related reading may be missing. A disclaimer is left out
/// from where a line begins with it to the related reading or the end. FORMATS.md has the grammar.
/// </remarks>
internal sealed class NewsPageParser
{
    private const string IdPrefix = "page-";
    private const int IdBytes = 8;

    private readonly PageLines _lines;
    private readonly List<string> _paragraphs = [];
    private readonly RelatedReading _related = new();
    private ChannelPath _channel = ChannelPath.None;
    private string _title = "";
    private int _titleLine;
    private DateTimeOffset? _time;
    private string? _source;
    private string? _problem;
    private int _problemLine;

    private NewsPageParser(string page) => _lines = new PageLines(page);

    /// <summary>The article, or null with the problem in words and its line, from 1.</summary>
    public static Article? Parse(string page, out long line, out string? problem)
    {
        var parser = new NewsPageParser(page);
        var article = parser.Read();
        (line, problem) = (parser._problemLine, parser._problem);
        return article;
    }

    private Article? Read()
    {
        _lines.Next();
        ReadBreadcrumb();
        if (!ReadTitle() || !ReadTimeAndSource() || !ReadBody()) return null;
        ReadRelated();
        var article = new Article
        {
            Id = IdOf(_title, _time!.Value, _source),
            Title = _title,
            Body = string.Join('\n', _paragraphs),
            Source = _source,
            Channel = _channel,
            PublishedAt = _time,
            Related = _related.ToList(),
        };
        var excess = ArticleLimits.FindExcess(article);
        if (excess is null) return article;
        Refuse(_titleLine, excess);
        return null;
    }

    private void ReadBreadcrumb()
    {
        if (!PageMarks.IsBreadcrumb(_lines.Text)) return;
        _channel = PageMarks.Channel(_lines.Text);
        _lines.Next();
    }

    private bool ReadTitle()
    {
        if (_lines.IsAtEnd) return Refuse(_lines.Number, "the page ends, expected the title");
        var isTitle = !PageMarks.IsTime(_lines.Text, out _, out _) && !PageMarks.IsSource(_lines.Text, out _);
        if (!isTitle) return Refuse(_lines.Number, $"has no title: expected it before {ArticleText.Quote(_lines.Text)}");
        (_title, _titleLine) = (_lines.Text, _lines.Number);
        _lines.Next();
        return true;
    }

    /// <summary>Time and source stand under the title, in either order or on one line.</summary>
    private bool ReadTimeAndSource()
    {
        while (true)
        {
            if (_time is null && PageMarks.IsTime(_lines.Text, out _time, out var rest))
            {
                if (_time is null) return Refuse(_lines.Number, $"time {ArticleText.Quote(_lines.Text)} is no time in the calendar");
                if (rest.Length > 0) PageMarks.IsSource(_lines.Text[^rest.Length..], out _source);
            }
            else if (_source is null && PageMarks.IsSource(_lines.Text, out var source)) _source = source;
            else break;
            _lines.Next();
        }

        if (_time is not null) return true;
        var found = _lines.IsAtEnd ? "the page ends" : "found " + ArticleText.Quote(_lines.Text);
        return Refuse(_lines.Number, $"has no time: {found}, expected a time such as 2024-05-21 18:02:47 under the title");
    }

    private bool ReadBody()
    {
        var isBoilerplate = false;
        for (; !_lines.IsAtEnd && !PageMarks.IsRelatedHeading(_lines.Text); _lines.Next())
        {
            isBoilerplate |= PageMarks.IsDisclaimer(_lines.Text);
            if (!isBoilerplate) _paragraphs.Add(_lines.Text);
        }

        if (_paragraphs.Count > 0) return true;
        var found = _lines.IsAtEnd ? "the page ends" : "found " + ArticleText.Quote(_lines.Text);
        return Refuse(_lines.Number, $"has no body: {found}, expected paragraphs after time and source");
    }

    private void ReadRelated()
    {
        _lines.Next();
        for (; !_lines.IsAtEnd && !PageMarks.IsDisclaimer(_lines.Text); _lines.Next()) _related.Add(_lines.Text);
    }

    private bool Refuse(int line, string problem)
    {
        (_problemLine, _problem) = (line, problem);
        return false;
    }

    /// <summary>
    /// A page names no id, so what tells it from others does: title, time and source. The same page read again replaces itself.
    /// </summary>
    private static string IdOf(string title, DateTimeOffset time, string? source)
    {
        var identity = string.Create(CultureInfo.InvariantCulture, $"{title}\n{time:yyyy-MM-dd'T'HH:mm:sszzz}\n{source}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(identity));
        return IdPrefix + Convert.ToHexStringLower(hash.AsSpan(0, IdBytes));
    }
}
