namespace NewsSearch.SmartCn.Normalization;

/// <summary>What each Unicode scalar becomes. Read from this assembly on first use; immutable, so that all threads share one.</summary>
/// <remarks>
/// A table of our own and not <see cref="string.Normalize()"/> or <see cref="char.ToLowerInvariant(char)"/>: these follow the runtime's
/// Unicode version, and an index must not depend on the machine that wrote it.
/// </remarks>
internal static class NormalizationTable
{
    /// <summary>In <see cref="Basic"/>: halves of surrogate pairs, and units that become nothing, several or another plane's; ask <see cref="Find"/>.</summary>
    public const char Special = '\uFFFF';

    private static readonly char[] s_basic = new char[0x10000];
    private static readonly int[] s_sources;
    private static readonly string[] s_results;

    static NormalizationTable()
    {
        for (var unit = 0; unit < s_basic.Length; unit++) s_basic[unit] = char.IsSurrogate((char)unit) ? Special : (char)unit;
        using var resource = typeof(NormalizationTable).Assembly.GetManifestResourceStream(NormalizationFormat.ResourceName)
            ?? throw new InvalidDataException($"the resource {NormalizationFormat.ResourceName} is missing");
        var special = new List<KeyValuePair<int, string>>();
        foreach (var (source, result) in NormalizationReader.Read(resource))
        {
            var isPlain = source < s_basic.Length && result.Length == 1;
            if (source < s_basic.Length) s_basic[source] = isPlain ? result[0] : Special;
            if (!isPlain) special.Add(new(source, result));
        }

        s_sources = [.. special.Select(entry => entry.Key)];
        s_results = [.. special.Select(entry => entry.Value)];
    }

    /// <summary>What each UTF-16 unit becomes, or <see cref="Special"/>.</summary>
    public static ReadOnlySpan<char> Basic => s_basic;

    /// <summary>What a scalar that is special becomes; null if it stays as it is.</summary>
    public static string? Find(int scalar)
    {
        var found = Array.BinarySearch(s_sources, scalar);
        return found >= 0 ? s_results[found] : null;
    }
}
