namespace NewsSearch.Lucene.Tests.Codecs;

/// <summary>The worked examples of the FORMAT.md files: the bytes that the text shows are those that the code writes and reads.</summary>
internal static class FormatExample
{
    /// <summary>
    /// The bytes of a block that begins with ```hex NAME. In each line hexadecimal bytes come first; from # on it is a
    /// remark.
    /// </summary>
    public static byte[] Read(string folder, string name)
    {
        var path = Repository.PathOf("src", "NewsSearch.Lucene", "Codecs", folder, "FORMAT.md");
        var lines = File.ReadLines(path).SkipWhile(line => line.Trim() != "```hex " + name).Skip(1).TakeWhile(line => line.Trim() != "```").ToList();
        Assert.True(lines.Count > 0, $"{path} has no example {name}.");
        return [.. lines.SelectMany(line => Convert.FromHexString(string.Concat(line.Split('#')[0].Where(c => !char.IsWhiteSpace(c)))))];
    }
}
