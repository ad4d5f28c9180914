using System.IO.Compression;
using System.Text;
using NewsSearch.Archive.Importing;

namespace NewsSearch.Archive.Tests.Importing;

/// <summary>A directory for the files of one test, removed after it.</summary>
internal sealed class TemporaryFiles : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("newssearch-import-").FullName;

    public static byte[] Gzip(byte[] data)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal)) gzip.Write(data);
        return compressed.ToArray();
    }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public List<ImportedArticle> Import(string name, byte[] bytes) => ArticleSources.Open(Write(name, bytes)).Read().ToList();

    public List<ImportedArticle> Import(string name, string text) => Import(name, Encoding.UTF8.GetBytes(text));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
