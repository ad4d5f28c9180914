using System.Globalization;
using System.Text;

namespace NewsSearch.SmartCn.Pinyin;

/// <summary>How each Han character is read; the data is that of Readings.txt, whose form FORMAT.md tells.</summary>
public sealed class ReadingTable
{
    /// <summary>The most readings of a character.</summary>
    internal const int MaxReadings = 8;

    private const int MaxSyllableLength = 6;
    private const int FirstHan = 0x4E00;
    private const int HanCount = 0x9FFF - FirstHan + 1;
    private const string ResourceName = "NewsSearch.SmartCn.Pinyin.Readings.txt";

    private static readonly Lazy<ReadingTable> s_embedded = new(LoadEmbedded);

    private readonly Reading[]?[] _han = new Reading[]?[HanCount];
    private readonly Dictionary<int, Reading[]> _others = [];
    private readonly HashSet<string> _syllables = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _syllablesBySpan;

    private ReadingTable() => _syllablesBySpan = _syllables.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The table in this assembly; read on first use.</summary>
    public static ReadingTable Embedded => s_embedded.Value;

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidDataException">A line is not of the form; the message has its number.</exception>
    public static ReadingTable Read(TextReader lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var table = new ReadingTable();
        var number = 0;
        while (lines.ReadLine() is { } line) table.Take(line, ++number);
        return table;
    }

    /// <summary>The readings of a character, the most usual first; none if it is no Han character or hardly one that anybody reads.</summary>
    public ReadOnlySpan<Reading> Of(Rune character) => character.Value - FirstHan is >= 0 and < HanCount and var index
        ? _han[index]
        : _others.GetValueOrDefault(character.Value);

    /// <summary>Whether any character is read so.</summary>
    public bool IsSyllable(ReadOnlySpan<char> letters) => _syllablesBySpan.Contains(letters);

    private void Take(string line, int number)
    {
        var space = line.IndexOf(' ');
        if (space <= 0) throw Broken(number, "no space");
        if (char.IsAsciiLetterLower(line[0]))
        {
            Reading[] reading = [new Reading(Syllable(line[..space], number), 100)];
            foreach (var character in line[(space + 1)..].EnumerateRunes()) Add(character, reading, number);
            return;
        }

        if (Rune.DecodeFromUtf16(line, out var several, out var length) != default || length != space) throw Broken(number, "more than one character before the space");
        var parts = line[(space + 1)..].Split(' ');
        if (parts.Length > MaxReadings) throw Broken(number, $"{parts.Length} readings, expected at most {MaxReadings}");
        Add(several, [.. parts.Select(part => Share(part, number))], number);
    }

    private Reading Share(string part, int number)
    {
        var colon = part.IndexOf(':');
        if (colon < 0 || !int.TryParse(part.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) || percent is < 1 or > 100)
            throw Broken(number, $"'{part}', expected a reading and its percentage");
        return new Reading(Syllable(part[..colon], number), percent);
    }

    private string Syllable(string letters, int number)
    {
        if (letters.Length is 0 or > MaxSyllableLength || !letters.All(char.IsAsciiLetterLower)) throw Broken(number, $"'{letters}' is no syllable");
        // Thousands of characters share a few hundred texts.
        if (_syllables.TryGetValue(letters, out var known)) return known;
        _syllables.Add(letters);
        return letters;
    }

    private void Add(Rune character, Reading[] readings, int number)
    {
        if (!Of(character).IsEmpty) throw Broken(number, $"{character} a second time");
        if (character.Value - FirstHan is >= 0 and < HanCount and var index) _han[index] = readings;
        else _others.Add(character.Value, readings);
    }

    private static InvalidDataException Broken(int line, string what) => new($"Readings.txt, line {line}: {what}");

    private static ReadingTable LoadEmbedded()
    {
        using var resource = typeof(ReadingTable).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidDataException($"the resource {ResourceName} is missing");
        using var lines = new StreamReader(resource);
        return Read(lines);
    }
}
