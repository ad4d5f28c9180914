using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSearch.Archive.Querying;

/// <summary>
/// Reads what stands after date: as days of the publisher's calendar: a year, month or day (2024, 2024-05, 2024-05-01, 2024年5月1日), a range
/// (2024-05-01..2024-06, either end may be missing) or a bound (>=2024-05).
/// </summary>
internal static partial class DateText
{
    private const int MaxLength = 40;

    private static readonly string[] RangeMarks = ["..", "…", "~", "至", "到"];

    /// <summary>The first and the last day; null where there is no bound, or null in all if the text is no date.</summary>
    public static (DateOnly? From, DateOnly? To)? Read(string text)
    {
        if (text.Length > MaxLength) return null;
        var folded = string.Concat(text.Select(QueryMarks.Fold)).Trim();
        if (folded.Length > 0 && "<>=≤≥".Contains(folded[0])) return ReadBound(folded);
        foreach (var mark in RangeMarks)
        {
            var at = folded.IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0) return ReadRange(folded[..at].Trim(), folded[(at + mark.Length)..].Trim().TrimStart('.', '…'));
        }

        return ReadDays(folded) is { } days ? (days.First, days.Last) : null;
    }

    private static (DateOnly? From, DateOnly? To)? ReadRange(string from, string to)
    {
        var first = ReadDays(from);
        var last = ReadDays(to);
        if (from.Length > 0 && first is null || to.Length > 0 && last is null || first is null && last is null) return null;
        // Ends in the wrong order still mean the days from the earlier to the later.
        if (first?.First > last?.Last) return (first?.Last, last?.First);
        return (first?.First, last?.Last);
    }

    private static (DateOnly? From, DateOnly? To)? ReadBound(string text)
    {
        var mark = text.TakeWhile(c => "<>=≤≥".Contains(c)).Count();
        if (ReadDays(text[mark..].Trim()) is not { } days) return null;
        switch (text[..mark])
        {
            case "=" or "==": return (days.First, days.Last);
            case ">=" or "≥" or "=>": return (days.First, null);
            case "<=" or "≤" or "=<": return (null, days.Last);
            case ">" when days.Last < DateOnly.MaxValue: return (days.Last.AddDays(1), null);
            case "<" when days.First > DateOnly.MinValue: return (null, days.First.AddDays(-1));
            default: return null;
        }
    }

    private static (DateOnly First, DateOnly Last)? ReadDays(string text)
    {
        var match = Form().Match(text);
        if (!match.Success) return null;
        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        if (year is null or < 1 || month is < 1 or > 12) return null;
        if (month is null) return (new DateOnly(year.Value, 1, 1), new DateOnly(year.Value, 12, 31));
        var length = DateTime.DaysInMonth(year.Value, month.Value);
        if (day is null) return (new DateOnly(year.Value, month.Value, 1), new DateOnly(year.Value, month.Value, length));
        if (day < 1 || day > length) return null;
        var only = new DateOnly(year.Value, month.Value, day.Value);
        return (only, only);
    }

    private static int? Number(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:年)?$|^(?<year>[0-9]{4})(?:[-/.年])(?<month>[0-9]{1,2})(?:月)?$|^(?<year>[0-9]{4})(?<s>[-/.年])(?<month>[0-9]{1,2})(?:[-/.月])(?<day>[0-9]{1,2})(?:日|号)?$|^(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
