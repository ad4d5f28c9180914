namespace NewsSearch.Archive.Importing;

/// <summary>The lines of a page, one after the other, cleaned at both ends; blank ones are passed over.</summary>
internal sealed class PageLines(string page)
{
    private int _next;

    /// <summary>The line; empty after the last one.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Its number in the page, blank lines counted, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The page has no line here: all were read.</summary>
    public bool IsAtEnd => Text.Length == 0;

    /// <summary>Goes to the next line that is not blank.</summary>
    public void Next()
    {
        Text = "";
        while (IsAtEnd && _next <= page.Length)
        {
            var rest = page.AsSpan(_next);
            var length = rest.IndexOfAny('\r', '\n');
            if (length < 0) length = rest.Length;
            Text = ArticleText.CleanLine(rest[..length]);
            Number++;
            _next += length + (rest[length..].StartsWith("\r\n") ? 2 : 1);
        }
    }
}
