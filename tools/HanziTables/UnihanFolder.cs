using System.Globalization;

namespace HanziTables;

/// <summary>Properties of Han characters, as the files Unihan_*.txt of Unicode (UAX #38) have them.</summary>
internal sealed class UnihanFolder
{
    private readonly Dictionary<string, Dictionary<int, string>> _properties = [];

    /// <summary>Reads these properties.</summary>
    public static UnihanFolder Read(string folder, params ReadOnlySpan<string> wanted)
    {
        var unihan = new UnihanFolder();
        foreach (var name in wanted) unihan._properties.Add(name, []);
        foreach (var path in Directory.EnumerateFiles(folder, "Unihan_*.txt").Order(StringComparer.Ordinal))
        {
            foreach (var line in File.ReadLines(path)) unihan.Take(line);
        }

        return unihan;
    }

    /// <summary>The values of a property by code point.</summary>
    public IReadOnlyDictionary<int, string> Values(string property) => _properties[property];

    private void Take(string line)
    {
        if (!line.StartsWith("U+", StringComparison.Ordinal)) return;
        var columns = line.Split('\t');
        if (_properties.TryGetValue(columns[1], out var values))
            values.Add(int.Parse(columns[0].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture), columns[2]);
    }
}
