using System.Globalization;
using System.Net;
using System.Text;

namespace NewsSearch.Cli.Measuring;

/// <summary>
/// Draws how the time of a query grows with the archive: a line a side over the number of articles, and the line on which ours would lie if it
/// grew in proportion to the matches.
/// </summary>
internal sealed class GrowthPlot
{
    private const int Width = 760;
    private const int Height = 440;
    private const int Left = 80;
    private const int Right = 190;
    private const int Top = 50;
    private const int Bottom = 60;
    private const int Ticks = 5;
    private const int LabelHeight = 17;
    private const string Gray = "#666666";

    private static readonly Dictionary<string, (string Title, string Color)> s_sides = new()
    {
        [BenchSide.OursName] = ("NewsSearch", "#0b6e8a"),
        [BenchSide.Lucene8] = ("Java Lucene 8.7.0", "#b4541f"),
        [BenchSide.Lucene4] = ("Java Lucene 4.10.4", "#8a8a2b"),
    };

    private readonly GrowthPoint[] _points;
    private readonly List<(double Y, string Title, string Color)> _labels = [];
    private readonly double _mostArticles;
    private readonly double _mostMicros;

    public GrowthPlot(IEnumerable<GrowthPoint> points)
    {
        _points = [.. points.OrderBy(point => point.ArticleCount)];
        _mostArticles = RoundUp(_points[^1].ArticleCount);
        _mostMicros = RoundUp(Math.Max(s_sides.Keys.SelectMany(LineOf).Max(place => place.Micros), _points.Max(InProportion)));
    }

    /// <summary>What ours would take if it had grown from the smallest corpus in proportion to the matches, in microseconds.</summary>
    public double InProportion(GrowthPoint point) => _points[0].Latencies[BenchSide.OursName] * point.MatchesTimes(_points[0]);

    /// <summary>The drawing as SVG.</summary>
    public string Draw()
    {
        _labels.Clear();
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="13">""").Append('\n');
        svg.Append("""<rect width="100%" height="100%" fill="#ffffff"/>""").Append('\n');
        Write(svg, Left, 26, "Top 10, exact total and three facets: p50 of a query, µs", "#000000", "start", 15);
        DrawAxes(svg);
        DrawLine(svg, [.. _points.Select(point => ((double)point.ArticleCount, InProportion(point)))], "in proportion to matches", Gray, "6 5");
        foreach (var (side, (title, color)) in s_sides)
        {
            if (LineOf(side) is { Length: > 0 } line) DrawLine(svg, line, title, color, null);
        }

        DrawLabels(svg);

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>The same as rows.</summary>
    public void Print(TextWriter output)
    {
        var table = new MarkdownTable("articles", "matches, times", "NewsSearch p50, µs", "times", "Java Lucene 8.7.0 p50, µs", "times", "ours / it");
        foreach (var point in _points)
        {
            var (ours, theirs) = (point.Latencies[BenchSide.OursName], point.Latencies.TryGetValue(BenchSide.Lucene8, out var value) ? value : double.NaN);
            var first = _points[0].Latencies;
            table.Add(
                $"{point.ArticleCount:N0}", $"{point.MatchesTimes(_points[0]):F1}", $"{ours:N0}", $"{ours / first[BenchSide.OursName]:F1}",
                double.IsNaN(theirs) ? "" : $"{theirs:N0}", double.IsNaN(theirs) || !first.ContainsKey(BenchSide.Lucene8) ? "" : $"{theirs / first[BenchSide.Lucene8]:F1}",
                double.IsNaN(theirs) ? "" : $"{ours / theirs:F2}");
        }

        table.Print(output);
    }

    private void DrawAxes(StringBuilder svg)
    {
        for (var i = 0; i <= Ticks; i++)
        {
            var (articles, micros) = (_mostArticles * i / Ticks, _mostMicros * i / Ticks);
            svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{Left}" x2="{Width - Right}" y1="{Y(micros):F1}" y2="{Y(micros):F1}" stroke="#dddddd"/>""").Append('\n');
            Write(svg, Left - 8, Y(micros) + 4, micros.ToString("N0", CultureInfo.InvariantCulture), Gray, "end");
            Write(svg, X(articles), Height - Bottom + 20, articles.ToString("N0", CultureInfo.InvariantCulture), Gray, "middle");
        }

        Write(svg, X(_mostArticles / 2), Height - 16, "articles", Gray, "middle");
    }

    private void DrawLine(StringBuilder svg, (double Articles, double Micros)[] line, string title, string color, string? dashes)
    {
        var places = string.Join(' ', line.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Articles):F1},{Y(point.Micros):F1}")));
        var dashed = dashes is null ? "" : $" stroke-dasharray=\"{dashes}\"";
        svg.Append(CultureInfo.InvariantCulture, $"""<polyline fill="none" stroke="{color}" stroke-width="2"{dashed} points="{places}"/>""").Append('\n');
        foreach (var point in dashes is null ? line : [])
            svg.Append(CultureInfo.InvariantCulture, $"""<circle cx="{X(point.Articles):F1}" cy="{Y(point.Micros):F1}" r="3.5" fill="{color}"/>""").Append('\n');
        _labels.Add((Y(line[^1].Micros), title, color));
    }

    /// <summary>At the ends of the lines, moved apart where these lie close together: from the highest downwards.</summary>
    private void DrawLabels(StringBuilder svg)
    {
        var least = 0.0;
        foreach (var (place, title, color) in _labels.OrderBy(label => label.Y))
        {
            var y = Math.Max(place, least);
            Write(svg, X(_mostArticles) + 10, y + 4, title, color, "start");
            least = y + LabelHeight;
        }
    }

    /// <summary>Of a side that was measured at all sizes; otherwise nothing.</summary>
    private (double Articles, double Micros)[] LineOf(string side) => _points.All(point => point.Latencies.ContainsKey(side))
        ? [.. _points.Select(point => ((double)point.ArticleCount, point.Latencies[side]))]
        : [];

    private static void Write(StringBuilder svg, double x, double y, string text, string color, string anchor, int size = 13) => svg.Append(
        CultureInfo.InvariantCulture,
        $"""<text x="{x:F1}" y="{y:F1}" fill="{color}" text-anchor="{anchor}" font-size="{size}">{WebUtility.HtmlEncode(text)}</text>""").Append('\n');

    private double X(double articles) => Left + articles / _mostArticles * (Width - Left - Right);

    private double Y(double micros) => Height - Bottom - micros / _mostMicros * (Height - Top - Bottom);

    /// <summary>A limit of an axis: a round number of which a fifth is one too.</summary>
    private static double RoundUp(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return power * ((double[])[1, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 10]).First(factor => factor * power >= value);
    }
}
