using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewsSearch.Archive;

namespace NewsSearch.Web;

/// <summary>
/// Reads a <see cref="NewsQuery"/> from named values: the query string of the API and of the search page, and the options
/// of the command line, so that all three mean the same and refuse the same.
/// </summary>
public static class SearchParameters
{
    /// <summary>Every name, in the order of the documentation.</summary>
    public static IReadOnlyList<string> Names { get; } = ["q", "source", "channel", "from", "to", "sort", "size", "page", "facets", "freshness"];

    /// <summary>Reads a query; names that are not in <see cref="Names"/> are passed over and empty values count as absent.</summary>
    /// <exception cref="NewsQueryException">A value can't be read or lies out of range.</exception>
    public static NewsQuery Read(IQueryCollection values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var defaults = new NewsQuery();
        var query = new NewsQuery
        {
            Text = ReadOne(values, "q") ?? "",
            Sources = ReadMany(values, "source"),
            Channels = [.. ReadMany(values, "channel").Select(ChannelPath.Parse).Where(channel => !channel.IsNone)],
            From = ReadDay(values, "from", (first, _) => first),
            To = ReadDay(values, "to", (_, last) => last),
            Sort = ReadSort(values),
            Size = ReadNumber(values, "size", 0, NewsQuery.MaxSize, defaults.Size),
            Page = ReadNumber(values, "page", 1, NewsQuery.MaxRank, defaults.Page),
            WithFacets = ReadSwitch(values, "facets", defaults.WithFacets),
            IsFreshnessCounted = ReadSwitch(values, "freshness", defaults.IsFreshnessCounted),
        };
        query.Check();
        return query;
    }

    /// <param name="pick">Chooses the day from the first and the last day of what was given: a day or a month.</param>
    private static DateOnly? ReadDay(IQueryCollection values, string name, Func<DateOnly, DateOnly, DateOnly> pick)
    {
        var text = ReadOne(values, name);
        if (text is null) return null;
        if (TryParseDate(text, "yyyy-MM-dd", out var day)) return pick(day, day);
        if (TryParseDate(text, "yyyy-MM", out var first)) return pick(first, new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)));
        throw new NewsQueryException(name, $"日期“{text}”不能识别。请写成年-月-日（如 2024-05-21）或年-月（如 2024-05）。");
    }

    private static bool TryParseDate(string text, string format, out DateOnly date) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static NewsSort ReadSort(IQueryCollection values) => ReadOne(values, "sort") switch
    {
        null or "relevance" => NewsSort.Relevance,
        "newest" => NewsSort.Newest,
        "oldest" => NewsSort.Oldest,
        var other => throw new NewsQueryException("sort", $"没有名为“{other}”的排序。请用 relevance（相关度）、newest（最新）或 oldest（最早）。"),
    };

    internal static int ReadNumber(IQueryCollection values, string name, int least, int most, int otherwise)
    {
        var text = ReadOne(values, name);
        if (text is null) return otherwise;
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number >= least && number <= most) return number;
        throw new NewsQueryException(name, $"{name}={text} 不可用，须为 {least} 到 {most} 的整数。");
    }

    private static bool ReadSwitch(IQueryCollection values, string name, bool otherwise) => ReadOne(values, name) switch
    {
        null => otherwise,
        "true" => true,
        "false" => false,
        var other => throw new NewsQueryException(name, $"{name}={other} 不可用，请写 true 或 false。"),
    };

    private static IReadOnlyList<string> ReadMany(IQueryCollection values, string name) =>
        [.. values[name].OfType<string>().Where(value => !string.IsNullOrWhiteSpace(value)).Distinct()];

    internal static string? ReadOne(IQueryCollection values, string name)
    {
        var given = values[name];
        if (given.Count > 1) throw new NewsQueryException(name, $"参数 {name} 给出了 {given.Count} 次，只能给出一次。");
        return string.IsNullOrEmpty(given) ? null : given.ToString();
    }
}
