using System.IO.Compression;
using System.Text.Json;

namespace NewsSearch.Cli.Measuring;

/// <summary>Queries that people really asked: a JSON object a line, its <c>query</c> the text.</summary>
internal static class ReadersQueries
{
    /// <summary>Reads a file, compressed if its name ends in .gz; white space within a query counts as one blank.</summary>
    /// <exception cref="InvalidDataException">A line is something else.</exception>
    public static List<AskedText> Read(string file)
    {
        using Stream stored = File.OpenRead(file);
        using var plain = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stored, CompressionMode.Decompress) : stored;
        using var lines = new StreamReader(plain);
        var asked = new List<AskedText>();
        while (lines.ReadLine() is { } line) asked.Add(new AskedText("hot", TextOf(line, $"{file}, line {asked.Count + 1}")));
        return asked;
    }

    private static string TextOf(string line, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("query", out var query) && query.GetString() is { } text)
                return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{place}: {error.Message}", error);
        }

        throw new InvalidDataException($"{place}: there is no text named query.");
    }
}
