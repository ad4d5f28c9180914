namespace NewsSearch.Archive.Importing;

/// <summary>
/// Gathers the items under a page's 相关阅读, each a title behind a bullet, then the beginning of its text, then its
/// date. A line after a date begins an item even where its bullet was lost.
/// </summary>
internal sealed class RelatedReading
{
    private readonly List<EditorialLink> _items = [];
    private bool _isOpen;

    /// <summary>The items in the order of the page.</summary>
    public IReadOnlyList<EditorialLink> Items => _items;

    /// <summary>Takes the next line, cleaned and not blank.</summary>
    public void Add(string line)
    {
        if (PageMarks.IsItem(line, out var title)) Begin(title);
        else if (PageMarks.IsItemDate(line, out var date)) End(date);
        else if (_isOpen) Continue(line);
        else Begin(line);
    }

    private void Begin(string title)
    {
        if (title.Length == 0)
        {
            // A bullet on a line of its own: the title is the next line.
            _isOpen = false;
            return;
        }

        _items.Add(new EditorialLink(title, null, null));
        _isOpen = true;
    }

    private void Continue(string text)
    {
        var item = _items[^1];
        _items[^1] = item with { Snippet = item.Snippet is null ? text : item.Snippet + ' ' + text };
    }

    private void End(string date)
    {
        if (_isOpen && date.Length > 0) _items[^1] = _items[^1] with { Date = date };
        _isOpen = false;
    }
}
