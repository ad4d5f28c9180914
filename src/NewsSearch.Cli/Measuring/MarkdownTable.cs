namespace NewsSearch.Cli.Measuring;

/// <summary>Rows under headings, printed as a table of Markdown that is also readable as it stands.</summary>
internal sealed class MarkdownTable(params string[] headings)
{
    private readonly List<string[]> _rows = [];

    public bool IsEmpty => _rows.Count == 0;

    public void Add(params string[] cells)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Length, headings.Length);
        _rows.Add(cells);
    }

    public void Print(TextWriter output)
    {
        var widths = headings.Select((heading, column) => _rows.Select(row => row[column].Length).Append(heading.Length).Max()).ToArray();
        PrintRow(output, headings, widths);
        output.WriteLine("|" + string.Concat(widths.Select((width, column) => new string('-', width + 1) + (column == 0 ? "-|" : ":|"))));
        foreach (var row in _rows) PrintRow(output, row, widths);
        output.WriteLine();
    }

    private static void PrintRow(TextWriter output, string[] cells, int[] widths) => output.WriteLine(
        "|" + string.Concat(cells.Select((cell, column) => $" {(column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))} |")));
}
