using System.Globalization;
using CsvHelper;
using NewsSearch.Archive.Evaluation;

namespace NewsSearch.Cli;

/// <summary>The figures of every query as comma-separated values with a header, in UTF-8 with a byte order mark so that spreadsheets show Chinese.</summary>
internal sealed class PerQueryFile(string path) : IDisposable
{
    private readonly CsvWriter _csv = CsvWriter.Create(File.Create(path), new CsvWriterOptions { WriteByteOrderMark = true });

    public void Write(IReadOnlyList<SetReport> reports)
    {
        _csv.WriteHeader([
            "set", "id", "query", "relevant", "returned ours", "returned baseline",
            .. Measure.All.SelectMany(measure => (string[])[$"{measure.Name} ours", $"{measure.Name} baseline", $"{measure.Name} difference"]),
            "refused"]);
        foreach (var report in reports)
            foreach (var query in report.Queries) _csv.WriteRecord(FieldsOf(report.Name, query));
    }

    public void Dispose() => _csv.Dispose();

    private static string[] FieldsOf(string set, QueryReport report) =>
    [
        set,
        report.Query.Id,
        report.Query.Text,
        Number(report.Query.Grades.Values.Count(grade => grade > 0)),
        Number(report.Ours.Count),
        Number(report.Baseline.Count),
        .. report.OurValues.Zip(report.BaselineValues, (ours, baseline) => (string[])[Number(ours), Number(baseline), Number(ours - baseline)]).SelectMany(text => text),
        report.Refusal ?? "",
    ];

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
