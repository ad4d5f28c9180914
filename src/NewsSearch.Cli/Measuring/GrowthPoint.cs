using System.Globalization;

namespace NewsSearch.Cli.Measuring;

/// <summary>What a benchmark of one size of corpus says about growth.</summary>
/// <param name="ArticleCount">Articles of the corpus.</param>
/// <param name="Matches">Of each ranked query, how many articles match.</param>
/// <param name="Latencies">Of each side, the median of the rounds' p50 of <see cref="BenchWorks.Counts"/> in microseconds.</param>
internal sealed record GrowthPoint(int ArticleCount, int[] Matches, IReadOnlyDictionary<string, double> Latencies)
{
    /// <summary>Reads a folder in which <see cref="BenchWorks.Counts"/> was measured.</summary>
    /// <exception cref="InvalidDataException">It was not.</exception>
    public static GrowthPoint Read(BenchFolder folder)
    {
        var latencies = (File.Exists(folder.Measurements) ? File.ReadLines(folder.Measurements) : []).Select(Measurement.Parse)
            .Where(measured => measured.Work == BenchWorks.Counts)
            .GroupBy(measured => measured.Side)
            .ToDictionary(side => side.Key, side => Quantiles.Median(side.Select(measured => measured.Answer.Number("p50"))));
        var found = folder.Scratch($"found-{BenchSide.OursName}.tsv");
        if (!latencies.ContainsKey(BenchSide.OursName) || !File.Exists(found))
            throw new InvalidDataException($"{folder.Path} has no measurement of {BenchWorks.Counts}: run bench with --work {folder.Path} --only {BenchWorks.Counts} first.");
        int[] matches = [.. File.ReadLines(found).Select(line => int.Parse(line.Split('\t')[0], CultureInfo.InvariantCulture))];
        return new GrowthPoint(folder.CountKnown(), matches, latencies);
    }

    /// <summary>How many times as many articles match a query as did in a smaller corpus: the median over the queries that match there.</summary>
    /// <exception cref="InvalidDataException">The queries are others.</exception>
    public double MatchesTimes(GrowthPoint smaller)
    {
        if (Matches.Length != smaller.Matches.Length)
            throw new InvalidDataException($"There are {Matches.Length} queries of {ArticleCount:N0} articles and {smaller.Matches.Length} of {smaller.ArticleCount:N0}: use --queries-from.");
        return Quantiles.Median(Matches.Zip(smaller.Matches).Where(pair => pair.Second > 0).Select(pair => (double)pair.First / pair.Second));
    }
}
