namespace NewsSearch.Lucene.Codecs;

/// <summary>Names of index files: _SEGMENT[_SUFFIX].EXTENSION, with numbers and generations in base 36.</summary>
internal static class IndexFileNames
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>For example _0.fdt, or _0_Lucene41_0.doc with the suffix Lucene41_0.</summary>
    public static string OfSegment(string segment, string suffix, string extension) =>
        suffix.Length == 0 ? $"{segment}.{extension}" : $"{segment}_{suffix}.{extension}";

    /// <summary>For example _0_1.del for generation 1.</summary>
    public static string OfGeneration(string segment, string extension, long generation) =>
        $"{segment}_{ToBase36(generation)}.{extension}";

    /// <summary>Whether the name is one of a segment: _ and a number in base 36.</summary>
    public static bool IsSegment(string name) => name.StartsWith('_') && FromBase36(name.AsSpan(1)) >= 0;

    /// <summary>
    /// Whether the name could be one of a file of the segment. Names that come out of a file are checked with it before
    /// anything is opened or deleted by them: a hostile one could lead out of the directory.
    /// </summary>
    public static bool IsFileOfSegment(string segment, string name)
    {
        if (!name.StartsWith(segment, StringComparison.Ordinal) || name.Length == segment.Length) return false;
        if (name[segment.Length] is not ('.' or '_')) return false;
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.' or '-' or '$')) return false;
        return name.Contains('.');
    }

    public static string ToBase36(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        Span<char> digits = stackalloc char[13];
        var at = digits.Length;
        do
        {
            digits[--at] = Digits[(int)(number % 36)];
            number /= 36;
        }
        while (number > 0);
        return new string(digits[at..]);
    }

    /// <summary>The number, or -1 if the text is none.</summary>
    public static long FromBase36(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > 12) return -1;
        var number = 0L;
        foreach (var c in text)
        {
            var digit = Digits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0) return -1;
            number = number * 36 + digit;
        }

        return number;
    }
}
