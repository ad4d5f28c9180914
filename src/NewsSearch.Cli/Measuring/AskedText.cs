namespace NewsSearch.Cli.Measuring;

/// <summary>A query as a reader types it, for the product as a whole.</summary>
/// <param name="Kind">Figures are told apart by it.</param>
/// <param name="Text">What is typed.</param>
internal sealed record AskedText(string Kind, string Text)
{
    public static List<AskedText> Read(string file) => [.. File.ReadLines(file).Select(Parse)];

    public static void Write(string file, IEnumerable<AskedText> texts) => File.WriteAllLines(file, texts.Select(text => $"{text.Kind}\t{text.Text}"));

    private static AskedText Parse(string line)
    {
        var tab = line.IndexOf('\t');
        return tab < 0 ? throw new InvalidDataException($"A query without a tab: {line}") : new AskedText(line[..tab], line[(tab + 1)..]);
    }
}
