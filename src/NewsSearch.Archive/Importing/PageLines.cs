namespace NewsSearch.Archive.Importing;

/// <summary>The lines of a page, one after the other, cleaned at both ends; blank ones are passed over.</summary>
internal sealed class PageLines(string page)
{
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    private readonly string[] _lines = page.Split(LineEnds, StringSplitOptions.None);

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
        while (IsAtEnd && Number < _lines.Length) Text = ArticleText.CleanLine(_lines[Number++]);
    }
}
