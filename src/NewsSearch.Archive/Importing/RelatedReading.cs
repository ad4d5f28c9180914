using System.Text;

namespace NewsSearch.Archive.Importing;

/// <summary>
/// Gathers the items under a page's 相关阅读, each a title behind a bullet, then the beginning of its text, then its
/// date. A line after a date begins an item even where its bullet was lost.
/// </summary>
internal sealed class RelatedReading
{
    private readonly List<EditorialLink> _items = [];
    private readonly StringBuilder _snippet = new();
    private string _title = "";

    /// <summary>Takes the next line, cleaned and not blank.</summary>
    public void Add(string line)
    {
        if (PageMarks.IsItem(line, out var title)) Begin(title);
        else if (PageMarks.IsItemDate(line, out var date)) End(date);
        else if (_title.Length == 0) Begin(line);
        else _snippet.Append(_snippet.Length > 0 ? " " : "").Append(line);
    }

    /// <summary>The items in the order of the page; nothing may be added after it.</summary>
    public IReadOnlyList<EditorialLink> ToList()
    {
        End("");
        return _items;
    }

    /// <summary>Without a title, that is after a bullet on a line of its own, the next line is the title.</summary>
    private void Begin(string title)
    {
        End("");
        _title = title;
    }

    private void End(string date)
    {
        if (_title.Length > 0)
            _items.Add(new EditorialLink(_title, _snippet.Length > 0 ? _snippet.ToString() : null, date.Length > 0 ? date : null));
        _title = "";
        _snippet.Clear();
    }
}
