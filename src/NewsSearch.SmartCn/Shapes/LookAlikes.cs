namespace NewsSearch.SmartCn.Shapes;

/// <summary>Characters that are taken for each other because they look alike; the data is that of LookAlikes.txt, whose form FORMAT.md tells.</summary>
public sealed class LookAlikes
{
    /// <summary>The most look-alikes of a character.</summary>
    public const int Most = 8;

    private const string ResourceName = "NewsSearch.SmartCn.Shapes.LookAlikes.txt";

    private static readonly Lazy<LookAlikes> s_embedded = new(LoadEmbedded);

    private readonly Dictionary<char, string> _alike = [];

    /// <summary>The table in this assembly; read on first use.</summary>
    public static LookAlikes Embedded => s_embedded.Value;

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidDataException">A line is not of the form; the message has its number.</exception>
    public static LookAlikes Read(TextReader lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var table = new LookAlikes();
        var number = 0;
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (line.Length is < 2 or > Most + 1 || line.Any(char.IsSurrogate))
                throw new InvalidDataException($"LookAlikes.txt, line {number}: '{line}', expected a character and 1 to {Most} look-alikes");
            if (!table._alike.TryAdd(line[0], line[1..]))
                throw new InvalidDataException($"LookAlikes.txt, line {number}: {line[0]} a second time");
        }

        return table;
    }

    /// <summary>The look-alikes of a simplified character, the most alike first; empty if it has none.</summary>
    public string Of(char character) => _alike.GetValueOrDefault(character, "");

    private static LookAlikes LoadEmbedded()
    {
        using var resource = typeof(LookAlikes).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidDataException($"the resource {ResourceName} is missing");
        using var lines = new StreamReader(resource);
        return Read(lines);
    }
}
