using System.Globalization;
using System.Xml.Linq;
using NewsSearch.Cli.Measuring;

namespace NewsSearch.Cli.Tests.Measuring;

/// <summary>The plot shows what was measured, and what growth in proportion to the matches would be.</summary>
public sealed class GrowthPlotTests
{
    private static readonly GrowthPoint s_small = new(100_000, [10, 20, 0, 5], new Dictionary<string, double> { ["ours"] = 100, ["lucene8"] = 400 });
    private static readonly GrowthPoint s_large = new(1_000_000, [100, 200, 7, 60], new Dictionary<string, double> { ["ours"] = 800, ["lucene8"] = 4000 });

    [Fact]
    public void Matches_are_compared_query_by_query_where_there_were_any() => Assert.Equal(10, s_large.MatchesTimes(s_small));

    [Fact]
    public void Other_queries_are_refused()
    {
        var other = s_large with { Matches = [1] };

        Assert.Contains("--queries-from", Assert.Throws<InvalidDataException>(() => other.MatchesTimes(s_small)).Message);
    }

    [Fact]
    public void Ours_in_proportion_to_the_matches_begins_where_ours_does() =>
        Assert.Equal([100, 1000], new[] { s_small, s_large }.Select(new GrowthPlot([s_large, s_small]).InProportion));

    [Fact]
    public void The_drawing_has_a_line_for_each_side_and_points_at_their_places()
    {
        var svg = XElement.Parse(new GrowthPlot([s_large, s_small]).Draw());
        XNamespace ns = "http://www.w3.org/2000/svg";

        var lines = svg.Elements(ns + "polyline").Select(line => line.Attribute("points")!.Value.Split(' ')).ToList();
        Assert.Equal(3, lines.Count);
        Assert.All(lines, line => Assert.Equal(2, line.Length));
        // 100, 800 and 4,000 microseconds: heights above the axis in the same proportion.
        var bottom = svg.Elements(ns + "line").Max(line => Number(line.Attribute("y1")!.Value));
        Assert.Equal(8, (bottom - HeightOf(lines[1][1])) / (bottom - HeightOf(lines[1][0])), 0.1);
        Assert.Equal(5, (bottom - HeightOf(lines[2][1])) / (bottom - HeightOf(lines[1][1])), 0.1);
        Assert.Contains(svg.Elements(ns + "text"), text => text.Value == "Java Lucene 8.7.0");
        Assert.DoesNotContain(svg.Elements(ns + "text"), text => text.Value == "Java Lucene 4.10.4");
    }

    [Fact]
    public void The_table_says_how_many_times_as_long_it_takes()
    {
        using var page = new StringWriter();
        new GrowthPlot([s_small, s_large]).Print(page);

        Assert.Matches(@"\| 1,000,000 \| +10\.0 \| +800 \| +8\.0 \| +4,000 \| +10\.0 \| +0\.20 \|", page.ToString());
    }

    private static double HeightOf(string place) => Number(place.Split(',')[1]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
