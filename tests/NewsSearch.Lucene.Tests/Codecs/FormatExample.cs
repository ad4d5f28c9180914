namespace NewsSearch.Lucene.Tests.Codecs;

/// <summary>The worked examples of a FORMAT.md: its fenced blocks of kind hex, in order.</summary>
/// <remarks>Bytes stand in hexadecimal; what follows a # on a line is an explanation.</remarks>
internal static class FormatExample
{
    private const string Fence = "```";

    /// <summary>The bytes of each block without a name.</summary>
    /// <param name="folder">The folder of FORMAT.md, from src/NewsSearch.Lucene on.</param>
    public static IReadOnlyList<byte[]> Read(params string[] folder) => ReadBlocks("", folder);

    /// <summary>The bytes of the one block that begins with ```hex NAME.</summary>
    public static byte[] ReadNamed(string name, params string[] folder) => Assert.Single(ReadBlocks(" " + name, folder));

    private static List<byte[]> ReadBlocks(string suffix, string[] folder)
    {
        var blocks = new List<byte[]>();
        List<string>? open = null;
        foreach (var line in File.ReadLines(Repository.PathOf(["src", "NewsSearch.Lucene", .. folder, "FORMAT.md"])))
        {
            if (line == Fence + "hex" + suffix) open = [];
            else if (line == Fence && open is not null)
            {
                blocks.Add(Convert.FromHexString(string.Concat(open)));
                open = null;
            }
            else open?.Add(line.Split('#')[0].Replace(" ", "", StringComparison.Ordinal));
        }

        return blocks;
    }
}
