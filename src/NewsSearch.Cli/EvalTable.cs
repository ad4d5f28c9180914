using System.Globalization;
using NewsSearch.Archive.Evaluation;
using Spectre.Console;

namespace NewsSearch.Cli;

/// <summary>Prints what an evaluation measured: a row per set and measure, then the mean over sets, then what was left out.</summary>
internal static class EvalTable
{
    private const int Width = 140;
    private const string MeanOfSets = "mean of sets";

    private static readonly string[] Heads = ["set", "queries", "measure", "ours", "baseline", "difference", "p", "win/tie/loss"];

    public static void Print(IReadOnlyList<SetReport> reports, bool isMarkdown, TextWriter output)
    {
        var table = new Table().Border(isMarkdown ? TableBorder.Markdown : TableBorder.Rounded);
        foreach (var head in Heads) table.AddColumn(new TableColumn(head) { Alignment = IsText(head) ? Justify.Left : Justify.Right, NoWrap = true });
        foreach (var report in reports) AddRows(table, report.Name, report.Queries.Count, report.Compare);
        if (reports.Count > 1) AddRows(table, MeanOfSets, reports.Sum(report => report.Queries.Count), measure => Comparison.OverSets(reports, measure));
        Print(table, output);
        if (isMarkdown) output.WriteLine();
        foreach (var report in reports)
            foreach (var note in NotesOn(report)) output.WriteLine($"{(isMarkdown ? "- " : "")}{report.Name}: {note}");
    }

    /// <summary>As plain text of a width of our own: the console's would cut the table where output goes to a file.</summary>
    private static void Print(Table table, TextWriter output)
    {
        var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(table);
        foreach (var line in text.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)) output.WriteLine(line);
    }

    private static bool IsText(string head) => head is "set" or "measure";

    private static void AddRows(Table table, string name, int queryCount, Func<int, Comparison?> compare)
    {
        for (var measure = 0; measure < Measure.All.Count; measure++)
        {
            var isFirst = measure == 0;
            string[] row = [isFirst ? name : "", isFirst ? $"{queryCount:N0}" : "", Measure.All[measure].Name, .. Figures(compare(measure))];
            table.AddRow([.. row.Select(Markup.Escape)]);
        }
    }

    private static string[] Figures(Comparison? comparison) => comparison is not { } c
        ? ["-", "-", "-", "-", "-"]
        :
        [
            Value(c.Ours),
            Value(c.Baseline),
            c.Difference.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture),
            c.PValue.ToString("0.0000", CultureInfo.InvariantCulture),
            $"{c.Wins}/{c.Ties}/{c.Losses}",
        ];

    private static string Value(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static IEnumerable<string> NotesOn(SetReport report)
    {
        if (report.Sources.Count > 0) yield return $"searched within {string.Join(", ", report.Sources)}";
        if (report.Unanswerable > 0) yield return $"{report.Unanswerable:N0} queries left out, because the index holds no article that is relevant for them";
        if (report.Absent > 0) yield return $"{report.Absent:N0} relevant articles are not in the index, and count neither as found nor as missed";
        if (report.Passed > 0) yield return $"{report.Passed:N0} lines passed over, because people found query and article not to belong together (score below 4)";
        if (report.Queries.FirstOrDefault(query => query.Refusal is not null) is { } first)
            yield return $"{report.Refused:N0} queries refused by our search (they count as 0), the first \"{first.Query.Text}\": {first.Refusal}";
    }
}
