using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSearch.Archive.Importing;

/// <summary>Reads the time of publication in the forms that feeds and pages use.</summary>
internal static partial class PublicationTime
{
    /// <summary>Where a text gives no offset but is known to be local time: the publishers' time zone, UTC+8 all year.</summary>
    private static readonly TimeSpan PublisherOffset = TimeSpan.FromHours(8);

    /// <summary>A tick is 100 ns: digits beyond the seventh can't be kept.</summary>
    private const int FractionDigits = 7;

    /// <summary>
    /// A time in ISO 8601: date, T or a space, hours and minutes, seconds if wanted, an offset (+08:00, +0800 or Z). A
    /// date alone is the beginning of that day in UTC+8. A time in Z says nothing of the publisher's calendar, so the same
    /// moment is given in UTC+8; any other offset is the publisher's own. A time without offset is a problem: it could be any.
    /// </summary>
    /// <param name="text">Trimmed.</param>
    /// <param name="problem">What is wrong with the text, to be put behind it, or null.</param>
    public static DateTimeOffset? ParseIso(string text, out string? problem)
    {
        problem = null;
        var parts = Iso().Match(text);
        if (!parts.Success) problem = "is no ISO 8601 time with offset such as 2024-05-21T18:02:47+08:00";
        else if (parts.Groups["time"].Success && !parts.Groups["offset"].Success) problem = "has no offset from UTC such as +08:00";
        if (problem is not null) return null;
        var time = parts.Groups["time"].Success ? Exact(parts) : Local(parts);
        if (time is null) problem = "is no time in the calendar with an offset of at most 14 hours";
        return time;
    }

    /// <summary>A time as news pages print it, in the publisher's local time: 2024-05-21 18:02:47 or 2024年05月21日 18:02.</summary>
    /// <param name="line">Trimmed; full-width digits and signs already narrow.</param>
    /// <param name="rest">What follows the time on the same line: a source with its label, or nothing.</param>
    /// <param name="time">The time; null where the text has the form but names no time in the calendar.</param>
    /// <returns>False where the line has another form.</returns>
    public static bool TryParsePage(string line, out DateTimeOffset? time, out string rest)
    {
        var parts = Page().Match(line);
        time = parts.Success ? Local(parts) : null;
        rest = parts.Groups["rest"].Value;
        return parts.Success;
    }

    private static DateTimeOffset? Exact(Match parts)
    {
        var fraction = parts.Groups["fraction"].Value;
        var kept = fraction.Length > FractionDigits ? fraction[..FractionDigits] : fraction;
        var seconds = parts.Groups["second"].Success ? parts.Groups["second"].Value : "00";
        var exact = $"{parts.Groups["date"].Value}T{parts.Groups["time"].Value}:{seconds}.{kept}{parts.Groups["offset"].Value.ToUpperInvariant()}";
        var isTime = DateTimeOffset.TryParseExact(exact, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var time);
        if (!isTime) return null;
        var isUniversal = parts.Groups["offset"].Value is "Z" or "z";
        // The last hours of the calendar have no counterpart in UTC+8.
        return isUniversal && time < DateTimeOffset.MaxValue - PublisherOffset ? time.ToOffset(PublisherOffset) : time;
    }

    private static DateTimeOffset? Local(Match parts)
    {
        var (year, month, day) = (Number(parts, "year"), Number(parts, "month"), Number(parts, "day"));
        var (hour, minute, second) = (Number(parts, "hour"), Number(parts, "minute"), Number(parts, "second"));
        // The first day of year 1 begins before the calendar does, counted in UTC.
        var isDay = year > 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        var isTime = isDay && hour < 24 && minute < 60 && second < 60;
        return isTime ? new DateTimeOffset(year, month, day, hour, minute, second, PublisherOffset) : null;
    }

    private static int Number(Match parts, string name) =>
        int.TryParse(parts.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex("""
        ^(?<date>(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2}))
        (?:[Tt\ ](?<time>[0-9]{2}:[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9}))?)?\ ?(?<offset>[Zz]|[+-][0-9]{2}:?[0-9]{2})?)?\z
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    // Atomic groups where runs of white space could be shared out in many ways: a hostile line must not cost more than its length.
    [GeneratedRegex("""
        ^(?:(?:发布|发表)?时间:(?>\s*))?
        (?<year>[0-9]{4})(?>\s*)[-/.年](?>\s*)(?<month>[0-9]{1,2})(?>\s*)[-/.月](?>\s*)(?<day>[0-9]{1,2})(?>\s*日?)
        (?>[T\s]*)(?:(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}))?)?
        (?>\s*)(?<rest>来源:.*)?\z
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Page();
}
